package vn.lienthong.hub.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A format of JSON Schema, held to a form and to what everything behind the door can read. */
final class StrictFormat implements Format {
    /** A day of the calendar: year, month, day, four and two and two digits. */
    static final Format DATE = new StrictFormat("date", "\\d{4}-\\d\\d-\\d\\d", LocalDate::parse);

    /** RFC 3339: offset always, no blanks, no leap second. */
    static final Format DATE_TIME = new StrictFormat(
            "date-time",
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)",
            OffsetDateTime::parse);

    private final String name;
    private final Pattern form;
    private final Consumer<String> reader;

    private StrictFormat(String name, String form, Consumer<String> reader) {
        this.name = name;
        this.form = Pattern.compile(form);
        this.reader = reader;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return form.matcher(value).matches() && isReadable(value);
    }

    private boolean isReadable(String value) {
        try {
            reader.accept(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
