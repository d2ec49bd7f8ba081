/** What systems answer otherwise than they did before. */
@NullMarked
package vn.lienthong.hub.drift;

import org.jspecify.annotations.NullMarked;
