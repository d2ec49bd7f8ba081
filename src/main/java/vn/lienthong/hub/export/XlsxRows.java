package vn.lienthong.hub.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Times;

/**
 * A workbook: title and facts, headings that stay in view, rows. Times are those of the offices, for a spreadsheet knows
 * no offsets. Texts are typed as texts and are never run. What is more than one sheet can hold goes on the next.
 */
final class XlsxRows implements Rows {
    private static final String TIME = "dd/mm/yyyy hh:mm:ss";
    private static final String DAY = "dd/mm/yyyy";
    private static final String PER_CENT = "0.00";
    /** Rows that are kept before they are written. */
    private static final int FLUSH = 500;

    private static final int NARROW = 14;
    private static final int WIDE = 26;

    private final Table table;
    private final Workbook book;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxRows(Table table, OutputStream out) throws IOException {
        this(table, out, Worksheet.MAX_ROWS);
    }

    XlsxRows(Table table, OutputStream out, int mostRows) throws IOException {
        this.table = table;
        this.mostRows = mostRows;
        this.book = new Workbook(out, "LienThongHub", "1.0");
        this.sheet = open();
    }

    private Worksheet open() throws IOException {
        sheets++;
        sheet = book.newWorksheet(sheets == 1 ? "1" : Integer.toString(sheets));
        row = 0;
        heading(0, table.title());
        row++;
        for (var fact : table.facts()) {
            sheet.inlineString(row, 0, fact.heading());
            write(1, fact.value());
            row++;
        }
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            heading(i, column.heading());
            sheet.width(i, column.kind() == Column.Kind.WHOLE ? NARROW : WIDE);
        }
        row++;
        sheet.freezePane(0, row);
        return sheet;
    }

    private void heading(int column, String text) {
        sheet.inlineString(row, column, text);
        sheet.style(row, column).bold().wrapText(row > 0).set();
    }

    @Override
    public void add(@Nullable Object... cells) throws IOException {
        if (row == mostRows) {
            sheet.finish();
            open();
        }
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i];
            if (cell != null) {
                write(i, cell);
            }
        }
        row++;
        if (row % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Object value) {
        switch (value) {
            case OffsetDateTime time -> {
                sheet.value(row, column, Times.inOffice(time.toInstant()).toLocalDateTime());
                sheet.style(row, column).format(TIME).set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case java.math.BigDecimal rate -> {
                sheet.value(row, column, rate);
                sheet.style(row, column).format(PER_CENT).set();
            }
            case Number number -> sheet.value(row, column, number);
            case List<?> list ->
                sheet.inlineString(
                        row,
                        column,
                        String.join("; ", list.stream().map(Object::toString).toList()));
            default -> sheet.inlineString(row, column, value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.finish();
    }
}
