package vn.lienthong.hub.figures;

import java.util.Locale;

/** What one line of the figures stands for. */
public enum Grouping {
    UNIT("Đơn vị"),
    FIELD("Lĩnh vực"),
    PROCEDURE("Thủ tục"),
    /** The month of reception, each side by the reception that it tells. */
    MONTH("Tháng tiếp nhận");

    private final String title;

    Grouping(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Grouping of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
