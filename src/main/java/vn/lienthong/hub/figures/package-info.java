/** How many dossiers were settled in time, by the portal's own rule: as the ledger knows it, beside what systems show. */
@NullMarked
package vn.lienthong.hub.figures;

import org.jspecify.annotations.NullMarked;
