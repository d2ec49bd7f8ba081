/** What is answered when something cannot be done, the same way through every door. */
@NullMarked
package vn.lienthong.hub.problem;

import org.jspecify.annotations.NullMarked;
