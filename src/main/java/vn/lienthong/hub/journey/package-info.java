/** Linked procedures: one dossier whose parts are done by several systems, one after the other. */
@NullMarked
package vn.lienthong.hub.journey;

import org.jspecify.annotations.NullMarked;
