/** What people at the desk look through: the deliveries to work on, what failures have in common, how the shift goes. */
@NullMarked
package vn.lienthong.hub.desk;

import org.jspecify.annotations.NullMarked;
