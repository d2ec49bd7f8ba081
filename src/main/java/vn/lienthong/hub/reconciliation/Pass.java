package vn.lienthong.hub.reconciliation;

import java.util.List;

/**
 * One stretch of a pass over codes in their order.
 *
 * @param reached the last code looked at; null at the end of the pass
 * @param looked how many were
 */
record Pass(@org.jspecify.annotations.Nullable String reached, int looked, List<Difference> found) {}
