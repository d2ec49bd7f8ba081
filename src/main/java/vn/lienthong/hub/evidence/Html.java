package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Writes one page that needs nothing but itself: no script, no picture, no address of another machine. */
final class Html {
    static final String NOTHING = "–";

    private static final String STYLE = """
            body{font:14px/1.5 "Times New Roman",serif;color:#111;max-width:60em;margin:1.5em auto;padding:0 1em}
            h1{font-size:1.5em;margin:.2em 0}h2{font-size:1.15em;margin:1.6em 0 .4em;border-bottom:1px solid #999}
            table{border-collapse:collapse;width:100%;margin:.4em 0;font-size:.93em}
            th,td{border:1px solid #999;padding:.25em .4em;text-align:left;vertical-align:top}th{background:#eee}
            .verdict{border:2px solid #111;padding:.6em 1em;margin:1em 0}.verdict b{font-size:1.4em;text-transform:uppercase}
            .differs{font-weight:bold}.small{font-size:.85em;color:#444}
            code{font:.85em monospace;overflow-wrap:anywhere}td{overflow-wrap:break-word}
            @media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}tr,.verdict{break-inside:avoid}
            thead{display:table-header-group}@page{size:A4;margin:18mm 15mm}}
            """;

    private final StringBuilder page = new StringBuilder();

    Html(String title) {
        page.append("<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
    }

    Html heading(String text) {
        page.append("<h2>").append(escaped(text)).append("</h2>\n");
        return this;
    }

    Html paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    Html small(String text) {
        page.append("<p class=\"small\">").append(escaped(text)).append("</p>\n");
        return this;
    }

    /** The one sentence that the page is about. */
    Html verdict(String words, String sentence) {
        page.append("<div class=\"verdict\"><b>")
                .append(escaped(words))
                .append("</b><br>")
                .append(escaped(sentence))
                .append("</div>\n");
        return this;
    }

    Html list(String kind, Iterable<String> items) {
        page.append('<').append(kind).append(">\n");
        items.forEach(item -> page.append("<li>").append(escaped(item)).append("</li>\n"));
        page.append("</").append(kind).append(">\n");
        return this;
    }

    Html table(String... headings) {
        page.append("<table>\n<thead><tr>");
        List.of(headings).forEach(h -> page.append("<th>").append(escaped(h)).append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        return this;
    }

    Html row(String... cells) {
        page.append("<tr>");
        List.of(cells).forEach(cell -> page.append("<td>").append(cell(cell)).append("</td>"));
        page.append("</tr>\n");
        return this;
    }

    /** A row whose first cell leads to another file of the package. */
    Html linkedRow(String address, String... cells) {
        page.append("<tr><td><a href=\"").append(escaped(address)).append("\">").append(escaped(cells[0]));
        page.append("</a></td>");
        List.of(cells)
                .subList(1, cells.length)
                .forEach(cell -> page.append("<td>").append(cell(cell)).append("</td>"));
        page.append("</tr>\n");
        return this;
    }

    Html end() {
        page.append("</tbody>\n</table>\n");
        return this;
    }

    byte[] bytes() {
        return (page + "</body>\n</html>\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A text of the evidence, or a dash. */
    static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() ? NOTHING : value.asText();
    }

    /** A time of the evidence as the office reads it; what is no time stays as it is. */
    static String time(JsonNode value) {
        try {
            return value.isTextual() ? Spoken.exact(OffsetDateTime.parse(value.asText())) : NOTHING;
        } catch (DateTimeParseException e) {
            return value.asText();
        }
    }

    /** Checksums may be broken anywhere, other words may not. */
    private static String cell(String text) {
        return escaped(text).replaceAll("([0-9a-f]{16})(?=[0-9a-f]{16})", "$1<wbr>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
