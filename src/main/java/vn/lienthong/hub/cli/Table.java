package vn.lienthong.hub.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under headings, as wide as they need to be. A column whose cells are all numbers stands to the right. */
final class Table {
    private static final String GAP = "  ";
    private static final String NUMBER = "-|[\\d,.]+";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    Table row(Object... cells) {
        rows.add(java.util.Arrays.stream(cells).map(Table::text).toList());
        return this;
    }

    private static String text(Object cell) {
        return switch (cell) {
            case Long number -> "%,d".formatted(number);
            case Integer number -> "%,d".formatted(number);
            default -> cell.toString();
        };
    }

    void print(PrintWriter out) {
        for (var row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : GAP).append(cell(row, column));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private String cell(List<String> row, int column) {
        var text = row.get(column);
        var blanks = " ".repeat(width(column) - length(text));
        return isNumeric(column) ? blanks + text : text + blanks;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private boolean isNumeric(int column) {
        return rows.stream().skip(1).allMatch(row -> row.get(column).matches(NUMBER));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
