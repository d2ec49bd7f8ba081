package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void isAsWideAsItsCellsAndPutsNumbersToTheRight() {
        var table = new Table("SYSTEM", "DUE", "ANSWER")
                .row("civil-status", 7, "đã nhận")
                .row("portal", 4374L, "");
        assertThat(printed(table))
                .containsExactly("SYSTEM          DUE  ANSWER", "civil-status      7  đã nhận", "portal        4,374");
    }

    private static List<String> printed(Table table) {
        var text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString().lines().toList();
    }
}
