/** What systems show, compared with what is true; and set right. */
@NullMarked
package vn.lienthong.hub.reconciliation;

import org.jspecify.annotations.NullMarked;
