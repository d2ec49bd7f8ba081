/** The commands of integrators and operators: one class per command, light, talking to a running hub over HTTP. */
@NullMarked
package vn.lienthong.hub.cli;

import org.jspecify.annotations.NullMarked;
