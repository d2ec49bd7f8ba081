package vn.lienthong.hub.connector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.OutcomeRule;
import vn.lienthong.hub.catalog.OutcomeRule.Meaning;
import vn.lienthong.hub.connector.Outcome.Absent;
import vn.lienthong.hub.connector.Outcome.Acknowledged;
import vn.lienthong.hub.connector.Outcome.Refused;
import vn.lienthong.hub.connector.Outcome.Uncertain;
import vn.lienthong.hub.connector.Outcome.Unreachable;

/** Reads replies by the outcome rules of a card. */
final class Reading {
    private Reading() {}

    /** What a reply to a send or a question means; an answer that no rule knows is uncertain. */
    static Outcome ofSend(Reply reply, List<OutcomeRule> rules) {
        return outcome(reply, meaning(reply, rules).orElse(Meaning.UNCERTAIN));
    }

    /** What a probe found: only a clear yes or no counts, success of the call alone says nothing. */
    static Outcome ofProbe(Reply reply, List<OutcomeRule> rules) {
        var meaning = meaning(reply, rules).orElse(Meaning.UNCERTAIN);
        if (meaning == Meaning.UNREACHABLE || meaning == Meaning.ABSENT || reply.present() == null) {
            return outcome(reply, meaning == Meaning.ACKNOWLEDGED ? Meaning.UNCERTAIN : meaning);
        }
        return outcome(reply, reply.present() ? Meaning.ACKNOWLEDGED : Meaning.ABSENT);
    }

    /** The session was not accepted: nothing was done, whatever was asked. */
    static boolean isUnauthenticated(Reply reply, List<OutcomeRule> rules) {
        return meaning(reply, rules).filter(Meaning.UNAUTHENTICATED::equals).isPresent();
    }

    private static Optional<Meaning> meaning(Reply reply, List<OutcomeRule> rules) {
        return deciding(reply, rules).map(OutcomeRule::is);
    }

    /** The rule that an answer is read by. */
    static Optional<OutcomeRule> deciding(Reply reply, List<OutcomeRule> rules) {
        return rules.stream().filter(rule -> holds(rule, reply)).findFirst();
    }

    private static boolean holds(OutcomeRule rule, Reply reply) {
        return (rule.http().isEmpty() || reply.http() != null && rule.http().contains(reply.http()))
                && (rule.code().isEmpty() || reply.code() != null && rule.code().contains(reply.code()))
                && (rule.text().isEmpty() || contains(reply.text(), rule.text()))
                && (rule.present() == null || rule.present().equals(reply.present()))
                && (rule.platformFault() == null || rule.platformFault() == reply.platformFault());
    }

    private static boolean contains(@Nullable String text, List<String> pieces) {
        return text != null && pieces.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    private static Outcome outcome(Reply reply, Meaning meaning) {
        return switch (meaning) {
            case ACKNOWLEDGED ->
                new Acknowledged(reply.code(), reply.text(), reply.receipt(), reply.storedTimes(), reply.answer());
            case REFUSED -> new Refused(reply.code(), reply.text());
            case UNREACHABLE, UNAUTHENTICATED -> new Unreachable(code(reply), reply.text(), reply.platformFault());
            case UNCERTAIN -> new Uncertain(code(reply), reply.text(), reply.platformFault());
            case ABSENT -> new Absent(reply.code(), reply.text(), reply.storedTimes());
        };
    }

    private static @Nullable String code(Reply reply) {
        return reply.code() == null && reply.http() != null ? "http." + reply.http() : reply.code();
    }
}
