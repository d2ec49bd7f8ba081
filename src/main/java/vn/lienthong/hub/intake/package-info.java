/** Takes what other systems tell by themselves, and reports it with the guarantees of the facade. */
@NullMarked
package vn.lienthong.hub.intake;

import org.jspecify.annotations.NullMarked;
