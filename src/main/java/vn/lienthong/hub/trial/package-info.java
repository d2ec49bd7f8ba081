/** The quarter of a real commune, made again from its report with synthetic citizens, to be played through a hub. */
@NullMarked
package vn.lienthong.hub.trial;

import org.jspecify.annotations.NullMarked;
