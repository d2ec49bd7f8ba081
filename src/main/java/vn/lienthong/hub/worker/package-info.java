/** Work that goes on in the background of a node while there is any. */
@NullMarked
package vn.lienthong.hub.worker;

import org.jspecify.annotations.NullMarked;
