/** What the hub runs by at this moment: one edition of its files, read as a whole and changed as a whole. */
@NullMarked
package vn.lienthong.hub.live;

import org.jspecify.annotations.NullMarked;
