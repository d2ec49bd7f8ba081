/** What must reach whom, until it has. */
@NullMarked
package vn.lienthong.hub.delivery;

import org.jspecify.annotations.NullMarked;
