/** What goes wrong, opened once however often it is seen; and telling people of it. */
@NullMarked
package vn.lienthong.hub.incident;

import org.jspecify.annotations.NullMarked;
