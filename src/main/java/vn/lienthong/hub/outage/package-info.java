/** When systems will be away, as their owners announce it. */
@NullMarked
package vn.lienthong.hub.outage;

import org.jspecify.annotations.NullMarked;
