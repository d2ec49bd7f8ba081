package vn.lienthong.hub.ledger;

/**
 * Reckons issued due times again, without changing one: what was promised stays promised until somebody decides. Due
 * times that an office claimed are its own and are not looked at.
 */
public interface DeadlineRecheck {
    /** A part of the answer; looks at a bounded number of dossiers, so it may hold nothing and still not be the last. */
    Recheck page(RecheckQuery query);
}
