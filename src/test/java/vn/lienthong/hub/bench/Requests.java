package vn.lienthong.hub.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Requests as the bytes that travel. */
final class Requests {
    private final String token;
    private final AtomicLong number = new AtomicLong();

    Requests(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    /** The code of the n-th dossier. */
    static String code(long n) {
        return "H24.129-250812-%06d".formatted(n);
    }

    byte[] post(String path, String key, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head =
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                %sContent-Length: %d\r
                \r
                """.formatted(path, token, key.isEmpty() ? "" : "Idempotency-Key: \"" + key + "\"\r\n", bytes.length);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /** A certified copy asked for at the counter; one after the other. */
    Supplier<byte[]> registrations() {
        return () -> {
            var n = number.incrementAndGet();
            return post("/api/v1/dossiers", "register-" + n, registration(code(n)));
        };
    }

    static String registration(String code) {
        return """
                {"code": "%s", "procedure": "2.000815", "channel": "counter", \
                "unit": {"province": "31", "commune": "11086"}, "receivedAt": "2025-08-12T09:15:00+07:00", \
                "applicant": {"kind": "citizen", "name": "Nguyễn Văn Mẫu", "idNumber": "030085000000"}, \
                "summary": "Chứng thực bản sao từ bản chính"}""".formatted(code);
    }

    /** Births registered at the counter. */
    Supplier<byte[]> births() {
        return () -> {
            var n = number.incrementAndGet();
            return post("/api/v1/dossiers", "register-" + n, birth(code(n)));
        };
    }

    private static String birth(String code) {
        return registration(code)
                .replace("2.000815", "1.001193")
                .replace("Chứng thực bản sao từ bản chính", "Khai sinh");
    }

    /** Steps, each new, spread over so many dossiers. */
    Supplier<byte[]> steps(int dossiers) {
        return () -> {
            var n = number.incrementAndGet();
            return post("/api/v1/dossiers/" + code(1 + n % dossiers) + "/events", "step-" + n, step(n));
        };
    }

    static String step(long n) {
        return """
                {"event": "step", "occurredAt": "2025-08-12T10:00:00+07:00", \
                "officer": {"name": "Trần Thị Mẫu", "title": "Công chức tư pháp - hộ tịch"}, \
                "step": {"code": "2", "name": "Thẩm định hồ sơ"}, "note": "lần %d"}""".formatted(n);
    }

    /** The same citizen, asked again and again. */
    Supplier<byte[]> questions() {
        var bytes = post("/api/v1/citizens/verify", "", """
                {"name": "Nguyễn Văn Mẫu", "idNumber": "030085000000", "dateOfBirth": "1985-02-28", "sex": "male", \
                "officer": {"idNumber": "030180000000"}, "purpose": "Đăng ký khai sinh", \
                "dossier": "H24.129-250812-000001"}""");
        return () -> bytes;
    }
}
