/** What the documentation says, held against the code. */
@NullMarked
package vn.lienthong.hub.docs;

import org.jspecify.annotations.NullMarked;
