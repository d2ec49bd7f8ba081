/** What the nodes of the hub do now. */
@NullMarked
package vn.lienthong.hub.activity;

import org.jspecify.annotations.NullMarked;
