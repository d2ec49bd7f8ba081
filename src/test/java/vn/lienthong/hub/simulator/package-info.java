/** Stand-ins for the external systems: one WireMock server per system, its behaviour written in files of its pack. */
@NullMarked
package vn.lienthong.hub.simulator;

import org.jspecify.annotations.NullMarked;
