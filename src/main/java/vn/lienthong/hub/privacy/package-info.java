/** Finds what belongs to persons in messages of any form, and puts something else in its place. */
@NullMarked
package vn.lienthong.hub.privacy;

import org.jspecify.annotations.NullMarked;
