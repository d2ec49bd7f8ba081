/** Who did or saw what and for which purpose, sealed so that a changed row is found. */
@NullMarked
package vn.lienthong.hub.audit;

import org.jspecify.annotations.NullMarked;
