package vn.lienthong.hub.incident;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.hub.json.Times;

/**
 * @param from sender of mail
 * @param groups who is told; nobody when empty
 */
@ConfigurationProperties("hub.alerts")
record AlertSettings(
        @DefaultValue("truc-lien-thong@localhost") String from,
        @DefaultValue List<Group> groups) {
    private static final int SHORTEST_SECRET = 24;

    AlertSettings {
        var names = new HashSet<String>();
        groups.forEach(group -> {
            if (!names.add(group.name)) {
                throw new IllegalArgumentException("hub.alerts.groups: " + group.name + " stands there twice");
            }
        });
    }

    /**
     * @param mail addresses
     * @param webhook HTTPS, or this very machine
     * @param secret that calls of the webhook are signed with; of at least 24 characters
     * @param after told when an incident that nobody has taken is open for so much working time
     * @param deadlineWithin or when a dossier of it has only so much working time left
     * @param quietFrom from this time of the day mail and calls wait
     * @param quietUntil until this one
     * @param perHour at most so many; more wait
     * @param digest time of the day for the digest; null none
     */
    record Group(
            String name,
            @DefaultValue List<String> mail,
            @Nullable URI webhook,
            @Nullable String secret,
            @DefaultValue("0s") Duration after,
            @DefaultValue("0s") Duration deadlineWithin,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietUntil,
            @DefaultValue("20") int perHour,
            @Nullable LocalTime digest) {
        Group {
            if (webhook != null && (secret == null || secret.length() < SHORTEST_SECRET)) {
                throw new IllegalArgumentException("hub.alerts.groups: " + name + ": calls need a secret of "
                        + SHORTEST_SECRET + " characters or more");
            }
            if (webhook != null && !isPrivate(webhook)) {
                throw new IllegalArgumentException("hub.alerts.groups: calls of " + name + " do not go by HTTPS");
            }
            if ((quietFrom == null) != (quietUntil == null)) {
                throw new IllegalArgumentException("hub.alerts.groups: quiet hours of " + name + " have one end only");
            }
        }

        /** The moment itself, or when the quiet hours that it falls into end. */
        Instant afterQuiet(Instant moment) {
            var at = Times.inOffice(moment);
            if (quietFrom == null || quietUntil == null || !isQuiet(at.toLocalTime(), quietFrom, quietUntil)) {
                return moment;
            }
            var end = at.with(quietUntil);
            return (end.isAfter(at) ? end : end.plusDays(1)).toInstant();
        }

        private static boolean isQuiet(LocalTime time, LocalTime from, LocalTime until) {
            var begun = !time.isBefore(from);
            var notOver = time.isBefore(until);
            return from.isBefore(until) ? begun && notOver : begun || notOver;
        }

        private static boolean isPrivate(URI address) {
            return "https".equals(address.getScheme()) || "localhost".equals(address.getHost());
        }
    }
}
