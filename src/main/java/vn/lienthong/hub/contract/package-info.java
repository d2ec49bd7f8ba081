/** The contract with upstream systems, and whether what they send follows it, whichever way it comes. */
@NullMarked
package vn.lienthong.hub.contract;

import org.jspecify.annotations.NullMarked;
