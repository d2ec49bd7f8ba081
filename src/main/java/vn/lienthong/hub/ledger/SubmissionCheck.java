package vn.lienthong.hub.ledger;

/** Looks at what a submission refers to outside the ledger, before it is appended. */
public interface SubmissionCheck {
    /** @throws SubmissionRefused when that is not there, or not for this caller */
    void check(Submission submission);
}
