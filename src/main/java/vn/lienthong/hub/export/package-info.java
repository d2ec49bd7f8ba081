/** Writes a table of the hub in the form somebody asks for: JSON, CSV or a spreadsheet, row by row. */
@NullMarked
package vn.lienthong.hub.export;

import org.jspecify.annotations.NullMarked;
