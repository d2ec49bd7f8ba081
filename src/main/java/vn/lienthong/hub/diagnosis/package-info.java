/** What of an installation is not as it must be, and what to do about it. */
@NullMarked
package vn.lienthong.hub.diagnosis;

import org.jspecify.annotations.NullMarked;
