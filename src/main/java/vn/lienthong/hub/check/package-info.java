/** Reads the files of systems without running them, and finds what is wrong with them. */
@NullMarked
package vn.lienthong.hub.check;

import org.jspecify.annotations.NullMarked;
