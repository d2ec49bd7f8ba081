package vn.lienthong.hub.catalog;

import java.time.Duration;
import java.util.List;

/**
 * How what a system shows is compared with what is true.
 *
 * @param missing what to do about a dossier that it should have and has not
 * @param fields what is compared of a dossier that both have; what has no rule is not compared
 */
public record ComparisonRules(Remedy missing, List<FieldRule> fields) {
    /**
     * @param tolerance of times, in working time: what lies closer together is the same
     * @param precision of times, as the system keeps them
     * @param reason code of the cause that a difference points to
     */
    public record FieldRule(Field field, Duration tolerance, Precision precision, String reason, Remedy remedy) {}

    /** What can be compared. */
    public enum Field {
        RECEIVED_AT("receivedAt"),
        DUE_AT("dueAt"),
        FINISHED_AT("finishedAt"),
        RETURNED_AT("returnedAt"),
        STATUS("status"),
        FEE("fee");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        /** As it is called in cards, records and tables. */
        public String word() {
            return word;
        }

        /** Whether the entries of the dossier must be looked at for it. */
        public boolean isInStory() {
            return this == FINISHED_AT || this == RETURNED_AT || this == FEE;
        }
    }

    /** How exactly a system keeps a time. */
    public enum Precision {
        SECOND,
        MINUTE,
        DAY
    }

    /** What is to be done about a difference. */
    public enum Remedy {
        /** Theirs is right: nothing is sent, a person may take it over. */
        ACCEPT,
        /** Ours is right and the system has a way to set it right. */
        CORRECT,
        /** What was sent is sent again. */
        RESEND,
        /** A person decides. */
        PROPOSE,
        /** Only the people of the other system can help. */
        ESCALATE;

        /** Whether an order of the hub sets it right, so that nobody has to talk to anybody. */
        public boolean canBeOrdered() {
            return this == CORRECT || this == RESEND;
        }
    }
}
