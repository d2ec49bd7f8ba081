/** Linked procedures. */
@NullMarked
package vn.lienthong.hub.journey;

import org.jspecify.annotations.NullMarked;
