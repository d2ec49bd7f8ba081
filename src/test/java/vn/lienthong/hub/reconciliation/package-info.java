@NullMarked
package vn.lienthong.hub.reconciliation;

import org.jspecify.annotations.NullMarked;
