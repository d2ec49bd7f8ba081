/** Keeps every edition of the hub's files, puts one live when it is sound as a whole, and brings any former one back. */
@NullMarked
package vn.lienthong.hub.edition;

import org.jspecify.annotations.NullMarked;
