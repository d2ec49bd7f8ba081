package vn.lienthong.hub.contract;

/**
 * One place where a body breaks the contract.
 *
 * @param pointer JSON pointer (RFC 6901) to the place
 * @param rule the broken rule, by its JSON Schema keyword
 * @param message says what the rule is, never what was written
 */
public record Violation(String pointer, String rule, String message) {}
