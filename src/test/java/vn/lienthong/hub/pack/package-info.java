/** Every system pack, held to its golden examples and to its simulator. */
@NullMarked
package vn.lienthong.hub.pack;

import org.jspecify.annotations.NullMarked;
