/** Fees of dossiers, paid at most once: orders, what payment systems tell of them, and the entry that follows. */
@NullMarked
package vn.lienthong.hub.payment;

import org.jspecify.annotations.NullMarked;
