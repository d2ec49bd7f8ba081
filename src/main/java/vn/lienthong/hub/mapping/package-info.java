/** Translates between the hub's own words and a system's: JSLT mappings, code lists, and XML as trees. */
@NullMarked
package vn.lienthong.hub.mapping;

import org.jspecify.annotations.NullMarked;
