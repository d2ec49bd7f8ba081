package vn.lienthong.hub.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the rule says of a dossier, and by which of its clauses.
 *
 * @param end of processing; null while it is in progress
 * @param counted what was compared with the due time: the end, or the moment of asking while there is none, without the
 *     time of a supplement; null where nothing was compared
 * @param due what the end was compared with; null where the comparison did not decide, or was not possible
 */
public record Judgement(
        Verdict verdict,
        Why why,
        @Nullable Moment end,
        @Nullable Moment counted,
        @Nullable Moment due) {
    public boolean isSettled() {
        return end != null;
    }

    /** The clause that decided. */
    public enum Why {
        /** The end of processing against the due time. */
        END("thời điểm kết thúc so với hạn trả"),
        /** The same, after the time of one supplement was subtracted. */
        END_LESS_SUPPLEMENT("đã trừ thời gian chờ bổ sung"),
        /** One supplement was asked for and never supplied: the time it was asked for counts as the end. */
        SUPPLEMENT_OPEN("chưa bổ sung: lấy thời điểm yêu cầu bổ sung"),
        /** In progress: the end of the period against the due time. */
        END_OF_PERIOD("chưa xong: so cuối kỳ với hạn trả"),
        /** More than one supplement was asked for. */
        SUPPLEMENTS("yêu cầu bổ sung quá một lần"),
        /** Neither a due time nor a statutory time is known. */
        NO_LIMIT("không có hạn trả, không rõ thời gian giải quyết tối đa");

        private final String title;

        Why(String title) {
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
}
