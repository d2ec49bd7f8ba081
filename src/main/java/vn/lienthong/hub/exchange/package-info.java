/** What went to systems and came back, kept for a while for those who must understand a failure. */
@NullMarked
package vn.lienthong.hub.exchange;

import org.jspecify.annotations.NullMarked;
