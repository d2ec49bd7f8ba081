package vn.lienthong.hub.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

class ListingTest {
    private static final Table TABLE = new Table(
            "so-lieu",
            "Số liệu hồ sơ",
            List.of(
                    new Fact("from", "Từ ngày", LocalDate.of(2025, 7, 1)),
                    new Fact("units", "Đơn vị", List.of("31/11086"))),
            List.of(
                    Column.text("key", "Lĩnh vực"),
                    Column.whole("ours.received", "Tiếp nhận"),
                    Column.perCent("ours.rate", "Tỷ lệ"),
                    Column.whole("theirs.received", "Hiển thị"),
                    Column.time("at", "Lúc")));
    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-08-12T02:15:00Z");

    @Test
    void givesJsonWithFactsBesideTheRowsAndObjectsWithinThem() throws IOException {
        var json = Json.parse(
                written(Format.JSON, new Object[] {"Hộ tịch", 3L, new BigDecimal("98.88"), 2L, AT}, new Object[] {
                    "Đất đai", 0L, Table.UNKNOWN, null, null
                }));

        assertThat(json).isEqualTo(Json.parse("""
                {"from": "2025-07-01", "units": ["31/11086"], "items": [
                  {"key": "Hộ tịch", "ours": {"received": 3, "rate": 98.88}, "theirs": {"received": 2},
                   "at": "2025-08-12T09:15:00+07:00"},
                  {"key": "Đất đai", "ours": {"received": 0, "rate": null}}]}""".getBytes(UTF_8)));
    }

    @Test
    void givesCsvThatSpreadsheetProgramsReadAsVietnamese() throws IOException {
        var csv = written(
                Format.CSV,
                new Object[] {"Hộ tịch, \"mới\"", 3L, new BigDecimal("98.88"), 2L, AT},
                new Object[] {"Đất đai", 0L, Table.UNKNOWN, null, null});

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, UTF_8).substring(1).split("\r\n"))
                .containsExactly(
                        "Lĩnh vực,Tiếp nhận,Tỷ lệ,Hiển thị,Lúc",
                        "\"Hộ tịch, \"\"mới\"\"\",3,98.88,2,2025-08-12T09:15:00+07:00",
                        "Đất đai,0,không rõ,,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tcmd", "\r=1", "=HYPERLINK(\"http://x\",\"y\")"})
    void letsNoTextInCsvBeRunAsAFormula(String text) throws IOException {
        var csv = new String(written(Format.CSV, new Object[] {text, -1L, null, null, null}), UTF_8);

        var cell = csv.substring(csv.indexOf("\r\n") + 2);
        assertThat(cell).matches("(?s)\"?'.*").contains(",-1,");
    }

    @Test
    void givesAWorkbookThatOpensAgain() throws IOException {
        var bytes = written(Format.XLSX, new Object[] {"=1+1", 3L, new BigDecimal("98.88"), 2L, AT}, new Object[] {
            "Đất đai", 0L, Table.UNKNOWN, null, null
        });

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(6);
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Số liệu hồ sơ");
            assertThat(rows.get(1).getCellAsDate(1).orElseThrow()).hasToString("2025-07-01T00:00");
            assertThat(texts(rows.get(3))).containsExactly("Lĩnh vực", "Tiếp nhận", "Tỷ lệ", "Hiển thị", "Lúc");
            var first = rows.get(4);
            assertThat(first.getCell(0).getFormula()).isNull();
            assertThat(first.getCellText(0)).isEqualTo("=1+1");
            assertThat(first.getCellAsNumber(1)).contains(new BigDecimal(3));
            assertThat(first.getCellAsDate(4).orElseThrow()).hasToString("2025-08-12T09:15");
            assertThat(rows.get(5).getCellText(2)).isEqualTo("không rõ");
        }
    }

    @Test
    void goesOnOnTheNextSheetWhenOneIsFull() throws IOException {
        var out = new ByteArrayOutputStream();
        var rows = new XlsxRows(TABLE, out, 10);
        for (int i = 0; i < 13; i++) {
            rows.add("hồ sơ " + i, (long) i, null, null, null);
        }
        rows.close();

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheets = book.getSheets().toList();
            assertThat(sheets).hasSize(3);
            assertThat(sheets.get(2).read().getLast().getCellText(0)).isEqualTo("hồ sơ 12");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "csv, application/json, CSV",
        "xlsx,, XLSX",
        ",, JSON",
        ", */*, JSON",
        ", text/csv, CSV",
        ", 'text/csv;q=0.5, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', XLSX",
        ", 'application/json, application/problem+json', JSON"
    })
    void takesTheFormatOfTheAddressElseThatOfTheHeader(String word, String accept, Format format) {
        assertThat(Format.asked(word, accept)).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "XLSX"})
    void leavesTheEndAwayWhenTheRowsBreak(String format) {
        var out = new ByteArrayOutputStream();
        var broken = listing(rows -> {
            rows.add("Hộ tịch", 1L, null, null, null);
            throw new IOException("the database is gone");
        });

        assertThatThrownBy(() -> broken.write(Format.valueOf(format), out)).isInstanceOf(IOException.class);
        assertThat(out.toString(UTF_8)).doesNotEndWith("}");
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell.getText()).toList();
    }

    private static byte[] written(Format format, Object[]... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        listing(into -> {
                    for (var row : rows) {
                        into.add(row);
                    }
                })
                .write(format, out);
        return out.toByteArray();
    }

    private interface Source {
        void into(Rows rows) throws IOException;
    }

    private static Listing listing(Source source) {
        return new Listing() {
            @Override
            public Table table() {
                return TABLE;
            }

            @Override
            public void into(Rows rows) throws IOException {
                source.into(rows);
            }
        };
    }
}
