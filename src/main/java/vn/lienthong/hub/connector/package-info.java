/** Speaks to external systems through their routes; the only package that knows Camel. */
@NullMarked
package vn.lienthong.hub.connector;

import org.jspecify.annotations.NullMarked;
