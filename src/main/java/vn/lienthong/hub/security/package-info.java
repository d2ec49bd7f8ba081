/** Who is calling, and what they may see. */
@NullMarked
package vn.lienthong.hub.security;

import org.jspecify.annotations.NullMarked;
