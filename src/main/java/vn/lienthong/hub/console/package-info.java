/** The desk of ops staff; so far the page that says where its figures are to be had. */
@NullMarked
package vn.lienthong.hub.console;

import org.jspecify.annotations.NullMarked;
