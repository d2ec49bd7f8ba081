package vn.lienthong.hub.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A day of the calendar: year, month, day, four and two and two digits. */
final class StrictDate implements Format {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    @Override
    public String getName() {
        return "date";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return FORM.matcher(value).matches() && parses(value);
    }

    private static boolean parses(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
