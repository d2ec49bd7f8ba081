/** Citizens sign in once, and upstream systems are told who it was by a short-lived signed assertion. */
@NullMarked
package vn.lienthong.hub.signin;

import org.jspecify.annotations.NullMarked;
