package vn.lienthong.hub.export;

import static java.util.stream.Collectors.joining;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/**
 * RFC 4180 in UTF-8. It begins with a byte order mark, without which spreadsheet programs take Vietnamese for something
 * else, and no text in it can be taken for a formula.
 */
final class CsvRows implements Rows {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String END_OF_LINE = "\r\n";
    /** OWASP, CSV injection: with these a cell begins that a spreadsheet program would run. */
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private final Writer out;

    CsvRows(Table table, OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
        add(table.columns().stream().map(Column::heading).toArray());
    }

    @Override
    public void add(@Nullable Object... cells) throws IOException {
        out.write(Arrays.stream(cells).map(CsvRows::text).collect(joining(",")));
        out.write(END_OF_LINE);
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> quoted(harmless(text));
            case OffsetDateTime time -> Times.text(Times.inOffice(time.toInstant()));
            default -> cell.toString();
        };
    }

    /** The apostrophe makes it a text to every spreadsheet program; people see it, and see why. */
    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        var plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
