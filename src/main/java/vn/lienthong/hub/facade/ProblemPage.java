package vn.lienthong.hub.facade;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.lienthong.hub.problem.ProblemCode;

/** The page behind the {@code type} of every problem. */
final class ProblemPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Problems · Liên Thông Hub</title>
            <link rel="stylesheet" href="/docs/assets/docs.css">
            </head>
            <body class="page">
            <p><a href="/docs">← API</a></p>
            <h1>Problems</h1>
            <p>Every error is <code>application/problem+json</code> (RFC 9457). Decide by <code>code</code>; show
            <code>message</code> to people; quote <code>faultId</code> to the operators.</p>
            <table>
            <thead><tr><th>code</th><th>status</th><th>meaning</th><th lang="vi">thông báo</th><th>repeat</th></tr></thead>
            <tbody>
            %s
            </tbody>
            </table>
            </body>
            </html>
            """;

    private ProblemPage() {}

    static String html() {
        return PAGE.formatted(
                Arrays.stream(ProblemCode.values()).map(ProblemPage::row).collect(Collectors.joining("\n")));
    }

    private static String row(ProblemCode code) {
        return "<tr id=\"%s\"><td><code>%s</code></td><td>%d</td><td>%s</td><td lang=\"vi\">%s</td><td>%s</td></tr>"
                .formatted(
                        code.code(),
                        code.code(),
                        code.status(),
                        HtmlUtils.htmlEscape(code.title(), "UTF-8"),
                        HtmlUtils.htmlEscape(code.message(), "UTF-8"),
                        code.retryAfter() == null ? "" : "after " + code.retryAfter() + " s");
    }
}
