/** What a system pack says of itself beside its card: the tests of its route. */
@NullMarked
package vn.lienthong.hub.pack;

import org.jspecify.annotations.NullMarked;
