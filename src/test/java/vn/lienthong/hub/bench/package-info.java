/** What the hub reaches on this machine, each figure beside a baseline measured in the same minutes. */
@NullMarked
package vn.lienthong.hub.bench;

import org.jspecify.annotations.NullMarked;
