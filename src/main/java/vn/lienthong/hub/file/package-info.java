/** Files of citizens: digitised papers and results, kept once and referred to by their ids. */
@NullMarked
package vn.lienthong.hub.file;

import org.jspecify.annotations.NullMarked;
