package vn.lienthong.hub.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a dossier: agency id, date of reception, ordinal of the day (TT 01/2018/TT-VPCP art. 19). Long
 * ({@code 000.00.12.H23-240101-0001}) and short ({@code H24.129-250812-9051}) agency ids live side by side.
 */
public record DossierCode(String agency, LocalDate date, String ordinal) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z0-9]{2,3}(?:\\.[A-Z0-9]{2,3}){1,4})-(\\d{2})(\\d{2})(\\d{2})-(\\d{4,6})");
    private static final int CENTURY = 2000;

    /** Nothing when the text is no dossier code. */
    public static Optional<DossierCode> parse(String code) {
        var match = FORM.matcher(code);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.of(
                    CENTURY + Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)));
            return Optional.of(new DossierCode(match.group(1), date, match.group(5)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
