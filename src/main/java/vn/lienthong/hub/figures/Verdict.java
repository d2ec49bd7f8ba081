package vn.lienthong.hub.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a dossier stands in the figures of a period. */
public enum Verdict {
    /** Settled before it was due. */
    EARLY("Trước hạn"),
    /** Settled when it was due: at that moment, or on that day where a side keeps only days. */
    ON_TIME("Đúng hạn"),
    /** Settled after it was due. */
    LATE("Quá hạn"),
    /** In progress at the end of the period, and not yet due then. */
    PENDING("Đang giải quyết, trong hạn"),
    /** In progress at the end of the period, and overdue then. */
    OVERDUE("Đang giải quyết, quá hạn"),
    /** In progress or settled, and nobody can say until when it should have been. */
    UNJUDGED("Không có hạn để so");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    /** In Vietnamese. */
    public String title() {
        return title;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
