package vn.lienthong.hub.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An external system as its card {@code integration/<id>/system.yaml} describes it.
 *
 * @param standIn no public contract is known: what was invented is listed in unknown
 * @param platform the sharing platform between us and the system, with faults of its own
 * @param credentials from the environment, given to mappings and to nobody else
 * @param settings free values, not secret, given to mappings
 * @param sessionTtl how long a login lasts; absent when the system has no sessions
 * @param times where the contract has room for less than a moment: field → {@code date}
 * @param answers question → verb of the route that answers it
 * @param testCall what shows that the system can be reached; absent when its route says so, or a login does
 * @param comparison absent when the system is not reconciled
 * @param payment absent when no fees are paid through it
 * @param inbound what it tells the hub by itself
 * @param signIn absent when nobody signs in there
 * @param subscribers absent when it is one system; otherwise the card of many, that callers name themselves
 */
public record SystemCard(
        String id,
        String title,
        String owner,
        boolean standIn,
        List<String> unknown,
        String url,
        @Nullable String platform,
        Map<String, String> credentials,
        ObjectNode settings,
        @Nullable Duration sessionTtl,
        List<Receives> receives,
        Map<String, String> times,
        Map<String, String> answers,
        @Nullable TestCall testCall,
        Limits limits,
        Retry retry,
        Breaker breaker,
        Uncertain uncertain,
        List<OutcomeRule> outcomes,
        @Nullable ComparisonRules comparison,
        @Nullable Payment payment,
        Inbound inbound,
        @Nullable SignInRules signIn,
        @Nullable SubscriberRules subscribers) {

    /**
     * How fees are paid through the system.
     *
     * @param usual taken where a request names no system
     * @param paidVia the word that the entry of a paid fee carries
     * @param askAfter how long a confirmation is waited for before the system is asked, and then asked again
     * @param expiresAfter how long an order can be paid
     * @param bill whether the system has a receipt to fetch
     */
    public record Payment(boolean usual, String paidVia, Duration askAfter, Duration expiresAfter, boolean bill) {}

    /**
     * Which entries the system must know, and by which operation of its route. Empty sets do not narrow.
     *
     * @param addressed only those entries that name the system: corrections, which are meant for one
     * @param afterEnd also what claims to begin a dossier that has ended, and changes nothing
     * @param batch how many deliveries of different dossiers may travel in one call
     * @param noted only of dossiers beside which the system itself has noted something of these subjects
     */
    public record Receives(
            Set<String> entries,
            String operation,
            boolean addressed,
            boolean afterEnd,
            int batch,
            Set<String> fields,
            Set<String> procedures,
            Set<String> channels,
            Set<String> noted) {
        boolean wants(String entry, boolean named, Set<String> noted, String procedure, String field, String channel) {
            return entries.contains(entry)
                    && (named || !addressed)
                    && (fields.isEmpty() || fields.contains(field))
                    && (procedures.isEmpty() || procedures.contains(procedure))
                    && (channels.isEmpty() || channels.contains(channel))
                    && (this.noted.isEmpty() || this.noted.stream().anyMatch(noted::contains));
        }
    }

    /** A call of the route that changes nothing there. */
    public record TestCall(String verb, ObjectNode message) {}

    /**
     * @param timeout for one whole call
     * @param concurrency calls in flight from one node
     * @param ratePerSecond calls begun in a second from one node
     * @param answerSize bytes of an answer beyond which it is not read
     */
    public record Limits(Duration timeout, int concurrency, int ratePerSecond, int answerSize) {}

    /**
     * @param delays waiting time before each further attempt; after the last one the delivery is parked
     * @param jitter share of a delay by which it varies, 0..1
     */
    public record Retry(List<Duration> delays, double jitter) {}

    /**
     * @param failureRate percent of failed calls that opens the breaker
     * @param window calls looked at
     * @param pause before the first probe of a system that is down; doubles up to longestPause
     */
    public record Breaker(float failureRate, int window, int minimumCalls, Duration pause, Duration longestPause) {}

    /** What to do after an attempt that may have arrived. */
    public enum Uncertain {
        /** Ask the system before anything is sent again. */
        PROBE,
        /** The system itself drops repeats: send again. */
        RESEND,
        /** Nobody can know: a person decides. */
        PARK
    }

    /**
     * One of the many that this is the card of.
     *
     * @param url where it wants to be told
     */
    public SystemCard subscriber(String id, String url) {
        return new SystemCard(
                id,
                title,
                owner,
                standIn,
                unknown,
                url,
                platform,
                credentials,
                settings,
                sessionTtl,
                receives,
                times,
                answers,
                testCall,
                limits,
                retry,
                breaker,
                uncertain,
                outcomes,
                comparison,
                payment,
                inbound,
                signIn,
                subscribers);
    }

    /** The name of its routes: its own, or that of the card it is one of many of. */
    public String route() {
        return subscribers == null ? id : subscribers.route();
    }

    /** Whether the time of day of a reception is lost on the way to it. */
    public boolean takesReceptionAsDate() {
        return "date".equals(times.get("receivedAt"));
    }

    /**
     * The first delivery rule that wants the entry, if any.
     *
     * @param addressee the system that the entry names, if it names one
     * @param noted subjects of what this system has told beside the dossier
     */
    public java.util.Optional<Receives> receiving(
            String entry,
            @Nullable String addressee,
            Set<String> noted,
            String procedure,
            String field,
            String channel) {
        return receives.stream()
                .filter(rule -> rule.wants(entry, id.equals(addressee), noted, procedure, field, channel))
                .findFirst();
    }

    /** Whether the system can be told to set something right. */
    public boolean takesCorrections() {
        return receives.stream().anyMatch(Receives::addressed);
    }

    /** How many deliveries one call of the operation may carry. */
    public int batchOf(String operation) {
        return receives.stream()
                .filter(rule -> rule.operation().equals(operation))
                .mapToInt(Receives::batch)
                .max()
                .orElse(1);
    }
}
