package vn.lienthong.hub.ledger;

/** What became of one submission of a batch. */
sealed interface Verdict {
    record Accepted(Receipt receipt) implements Verdict {}

    record Refused(SubmissionRefused why) implements Verdict {}

    default Receipt orThrow() {
        return switch (this) {
            case Accepted accepted -> accepted.receipt;
            case Refused refused -> throw refused.why;
        };
    }
}
