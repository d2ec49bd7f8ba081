package vn.lienthong.hub.console;

/**
 * That what a system shows waits for a decision, whatever is to be done about it.
 *
 * @param title of the system
 */
public record WaitingNotice(String reason, String title, long count) {}
