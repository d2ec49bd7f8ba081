package vn.lienthong.hub.reconciliation;

/** In what way a system shows something else than what is true. */
public enum Kind {
    /** It should have the dossier and has not. */
    MISSING,
    /** It has a dossier that is not known here. Nothing is made of it without a person. */
    UNKNOWN,
    STATUS,
    /** A time is another one: of the reception, a restarted clock. */
    TIME,
    /** It has the dossier twice, once under a code that somebody on the way made up. */
    DUPLICATE,
    /** The dossier and the interlinked case it belongs to both count. */
    COUNTED_TWICE,
    FEE
}
