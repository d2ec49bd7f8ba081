/** Append-only facts about dossiers: the one source of truth. */
@NullMarked
package vn.lienthong.hub.ledger;

import org.jspecify.annotations.NullMarked;
