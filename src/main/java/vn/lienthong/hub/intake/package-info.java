/** Takes in reports that nobody waits for, with the guarantees of the facade. */
@NullMarked
package vn.lienthong.hub.intake;

import org.jspecify.annotations.NullMarked;
