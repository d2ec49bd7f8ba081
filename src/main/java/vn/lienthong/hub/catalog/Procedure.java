package vn.lienthong.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An administrative procedure. Its rules and its process change from a day on; a dossier keeps those of the day it was
 * received.
 *
 * @param field short code of the field of work, e.g. HT for civil status
 * @param rules oldest first
 * @param processes oldest first; empty when the steps are not known
 * @param source where the code and the rules are published
 */
public record Procedure(
        String code,
        String name,
        String field,
        String fieldName,
        List<RuleVersion> rules,
        List<ProcessVersion> processes,
        String source) {

    /**
     * The rules for those received from that day on.
     *
     * @param pauses how many requests for supplements stop the time
     * @param version says what it holds: a rule that was mended in place has another version
     */
    public record RuleVersion(LocalDate from, DueRule counter, DueRule online, int pauses, String version)
            implements Dated {
        /** What the portal allows before it counts a dossier as overdue (QĐ 766/QĐ-TTg, 2.1). */
        public static final int USUAL_PAUSES = 1;

        private static final Pattern VERSION =
                Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) ([^,]+)(?:, online ([^,]+))?(?:, (\\d) pauses)?");

        static RuleVersion of(LocalDate from, DueRule counter, DueRule online, int pauses) {
            var version = from + " " + counter
                    + (counter.equals(online) ? "" : ", online " + online)
                    + (pauses == USUAL_PAUSES ? "" : ", " + pauses + " pauses");
            return new RuleVersion(from, counter, online, pauses, version);
        }

        /**
         * Reads a version back, whatever the catalogue says today: it says everything.
         *
         * @throws IllegalArgumentException when it is none
         */
        public static RuleVersion parse(String version) {
            var match = VERSION.matcher(version);
            if (!match.matches()) {
                throw new IllegalArgumentException("not a version of rules");
            }
            var counter = DueRule.parse(match.group(2));
            var online = match.group(3);
            var pauses = match.group(4);
            return of(
                    LocalDate.parse(match.group(1)),
                    counter,
                    online == null ? counter : DueRule.parse(online),
                    pauses == null ? USUAL_PAUSES : Integer.parseInt(pauses));
        }

        /**
         * The rule for dossiers that came in that way.
         *
         * @param channel counter, post (paper, as at the counter) or online
         */
        public DueRule through(String channel) {
            return switch (channel) {
                case "online" -> online;
                case "counter", "post" -> counter;
                default -> throw new IllegalArgumentException("a channel is counter, post or online");
            };
        }
    }

    /** The process of those received from that day on. */
    public record ProcessVersion(LocalDate from, int steps, String version) implements Dated {
        static ProcessVersion of(LocalDate from, int steps) {
            return new ProcessVersion(from, steps, "%s %d steps".formatted(from, steps));
        }
    }

    /** What holds from a day on, until the next of its kind. */
    sealed interface Dated {
        LocalDate from();
    }

    /** The rules for a dossier received that day. */
    public Optional<RuleVersion> ruleOn(LocalDate on) {
        return inForce(rules, on);
    }

    /** The process of a dossier received that day. */
    public Optional<ProcessVersion> processOn(LocalDate on) {
        return inForce(processes, on);
    }

    private static <T extends Dated> Optional<T> inForce(List<T> versions, LocalDate on) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!on.isBefore(versions.get(i).from())) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }
}
