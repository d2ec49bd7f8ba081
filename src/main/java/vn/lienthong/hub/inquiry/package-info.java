/** Questions to national databases: asked now, answered now. */
@NullMarked
package vn.lienthong.hub.inquiry;

import org.jspecify.annotations.NullMarked;
