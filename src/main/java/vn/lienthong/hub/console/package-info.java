/**
 * The desk of ops staff: pages made here of what the other packages know, for people who have signed in.
 *
 * <p>A page is a controller in this package, a template in {@code console/pages/} that fills {@code layout.html}, a file
 * of words in {@code console/messages/} (Vietnamese, and {@code _en} beside it; found by itself), a {@link
 * vn.lienthong.hub.security.Door} bean that says who may, and a {@link NavEntry} bean that leads there. Who is asking is
 * {@link Asking}; what goes wrong is shown by {@link ConsoleErrors}.
 */
@NullMarked
package vn.lienthong.hub.console;

import org.jspecify.annotations.NullMarked;
