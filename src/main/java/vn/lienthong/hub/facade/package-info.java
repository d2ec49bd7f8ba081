/** The door of upstream systems: register, report, follow, ask. */
@NullMarked
package vn.lienthong.hub.facade;

import org.jspecify.annotations.NullMarked;
