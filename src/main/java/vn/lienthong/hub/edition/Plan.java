package vn.lienthong.hub.edition;

import java.util.List;

/**
 * What applying would do.
 *
 * @param base the edition it was compared with: the live one
 * @param mistakes each as {@code file:line: what}; with any of them it would be refused
 */
public record Plan(long base, Comparison changes, List<String> mistakes) {}
