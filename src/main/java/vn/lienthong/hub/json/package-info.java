/** The one way this house reads and writes JSON and time. */
@NullMarked
package vn.lienthong.hub.json;

import org.jspecify.annotations.NullMarked;
