package vn.lienthong.hub.catalog;

import java.time.Duration;

/**
 * What holds for receivers that callers of the API name.
 *
 * @param route the system whose card and routes are used
 * @param anyAddress whether they may lie in a private network and speak plain HTTP
 * @param secretOverlap how long an old secret is signed with beside a new one
 * @param most how many one caller may have
 */
public record SubscriberRules(String route, boolean anyAddress, Duration secretOverlap, int most) {}
