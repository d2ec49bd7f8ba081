package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.ledger.SubmissionRefused;

/** What became of a message. */
sealed interface Fate {
    String state();

    /**
     * All that it says is where it belongs.
     *
     * @param values of the observers, in the order of the observations; empty objects for entries of the ledger
     */
    record Reported(ArrayNode values) implements Fate {
        @Override
        public String state() {
            return "REPORTED";
        }
    }

    /** It can never be taken as it is; cause and detail say why and quote nothing. */
    record Dead(String cause, @Nullable String detail) implements Fate {
        @Override
        public String state() {
            return "DEAD";
        }
    }

    /** Not now: a node will look again. */
    record Later(String cause) implements Fate {
        @Override
        public String state() {
            return "TAKEN";
        }
    }

    /** Refused now, and not for what it says: the same is being recorded, or a paper of it is still being looked at. */
    Set<String> MEANWHILE = Set.of("request.in-progress", "file.quarantined");

    static Fate of(Throwable failure) {
        if (failure instanceof SubmissionRefused refused) {
            return MEANWHILE.contains(refused.code())
                    ? new Later(refused.code())
                    : new Dead(refused.code(), refused.detail());
        }
        return new Later("hub.unavailable");
    }
}
