/** Catalogues that authorities publish, as they were fetched, version by version. */
@NullMarked
package vn.lienthong.hub.published;

import org.jspecify.annotations.NullMarked;
