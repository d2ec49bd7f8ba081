/** What persons do with deliveries that did not arrive: one by one, or thousands by a plan. */
@NullMarked
package vn.lienthong.hub.repair;

import org.jspecify.annotations.NullMarked;
