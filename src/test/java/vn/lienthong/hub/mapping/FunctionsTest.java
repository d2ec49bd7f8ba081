package vn.lienthong.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.json.Json;

class FunctionsTest {
    private static final Instant NOW = Instant.parse("2025-08-12T02:15:00.123Z");

    @TempDir
    Path folder;

    @BeforeEach
    void writeTables() throws IOException {
        write("demo/status.json", "{\"1\":\"received\",\"2\":{\"name\":\"done\"}}");
        write("catalogue/sex.json", "{\"male\":\"Nam\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            lookup("status", "1")                                            → "received"
            lookup("status", 1)                                              → "received"
            lookup("status", "2").name                                       → "done"
            lookup("catalogue/sex", "male")                                  → "Nam"
            lookup("status", "9", "unknown")                                 → "unknown"
            lookup("status", "9", null)                                      → null
            lookup("status", null, "unknown")                                → "unknown"
            lookup("status", null)                                           → null
            local-time("2025-08-12T09:15:00+07:00", "yyyyMMddHHmmss")        → "20250812091500"
            local-time("2025-08-11T23:30:00Z", "dd/MM/yyyy HH:mm:ss")        → "12/08/2025 06:30:00"
            local-time("1985-02-28", "dd/MM/yyyy")                           → "28/02/1985"
            local-time(null, "yyyyMMddHHmmss")                               → null
            instant("12/08/2025 09:15:00", "dd/MM/yyyy HH:mm:ss")            → "2025-08-12T09:15:00+07:00"
            instant("20250812091530", "yyyyMMddHHmmss")                      → "2025-08-12T09:15:30+07:00"
            instant("12/08/2025", "dd/MM/yyyy")                              → "2025-08-12T00:00:00+07:00"
            instant(null, "dd/MM/yyyy")                                      → null
            fold("Đặng Thị Ánh Tuyết ơưê")                                   → "DANG THI ANH TUYET OUE"
            fold("A\\u0301nh")                                               → "ANH"
            fold(null)                                                       → null
            squeeze(" 030 085\\t000\\u00a0000 ")                             → "030085000000"
            sha256("Hải Phòng")                                              → "d97f7c982aa07771d1b2ed01d8bb397afd5772dcd930bc40c2403b269c1a3c5b"
            hmac("SHA512", "key", "Hải Phòng")[0 : 16]                       → "4e9adb422d793cd3"
            hmac("SHA256", "key", "The quick brown fox jumps over the lazy dog") → "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
            hmac("SHA256", null, "x")                                        → null
            url-encode("a b&c=Hải*")                                         → "a+b%26c%3DH%E1%BA%A3i*"
            sort(["vnp_b", "vnp_B", "vnp_10", "vnp_2"])                      → ["vnp_10","vnp_2","vnp_B","vnp_b"]
            sort(null)                                                       → null
            base64("Hải")                                                    → "SOG6o2k="
            epoch-millis()                                                   → 1754964900123
            epoch-millis("2025-08-12T09:15:00+07:00")                        → 1754964900000
            to-xml({"a":{"@i":"1","b":["x","y"]}})                           → "<a i=\\"1\\"><b>x</b><b>y</b></a>"
            to-xml(null)                                                     → null
            from-xml("<?xml version='1.0' encoding='utf-16'?><a><b>x</b></a>").a.b → "x"
            from-xml(null)                                                   → null
            as-list(null)                                                    → []
            as-list("x")                                                     → ["x"]
            as-list({"a":1})                                                 → [{"a":1}]
            as-list(["x","y"])                                               → ["x","y"]
            """)
    void computes(String expression, String expected) throws IOException {
        assertThat(evaluate(expression)).isEqualTo(expected);
    }

    @Test
    void givesEveryCallAnIdOfItsOwn() throws IOException {
        var one = UUID.fromString(evaluate("unique-id()").replace("\"", ""));
        var other = UUID.fromString(evaluate("unique-id()").replace("\"", ""));

        assertThat(one).isNotEqualTo(other);
        assertThat(one.version()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            lookup("status", "X9")                         → demo/test.jslt: the table status has no entry X9
            lookup("status", "030085000000")               → demo/test.jslt: the table status has no entry
            lookup("status", "Nguyễn Văn Mẫu")             → demo/test.jslt: the table status has no entry
            local-time("12/08/2025", "yyyyMMddHHmmss")     → demo/test.jslt: local-time: not an instant
            local-time("2025-08-12T09:15:00", "yyyyMMdd")  → demo/test.jslt: local-time: not an instant
            local-time("2025-08-12", "bogus")              → demo/test.jslt: not a pattern of times: bogus
            instant("31/02/2025", "dd/MM/yyyy")            → demo/test.jslt: instant: not a time of the form dd/MM/yyyy
            instant("", "dd/MM/yyyy")                      → demo/test.jslt: instant: not a time of the form dd/MM/yyyy
            instant("30008500", "yyyyMMddHHmmss")          → demo/test.jslt: instant: not a time of the form yyyyMMddHHmmss
            epoch-millis("now")                            → demo/test.jslt: epoch-millis: not an instant
            fold({"a":1})                                  → demo/test.jslt: fold: not a text
            to-xml({"a":1,"b":2})                          → demo/test.jslt: to-xml: an XML document is an object with one key, its root element
            from-xml("<!DOCTYPE a><a/>")                   → demo/test.jslt: from-xml: a document type (DTD) is not allowed
            from-xml("Mẫu")                                → demo/test.jslt: from-xml: not XML at line 1, column 1
            number("Mẫu 030085000000")                     → demo/test.jslt: cannot be translated
            error("the dossier has no name")               → demo/test.jslt: the dossier has no name
            """)
    void saysWhatItCannotCompute(String expression, String message) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(MappingFailed.class)
                .hasMessage(message)
                .hasNoCause();
    }

    private String evaluate(String expression) throws IOException {
        write("demo/test.jslt", expression);
        var mapping = new Mappings(folder, InstantSource.fixed(NOW)).mapping("demo/test");
        return mapping.apply(Json.MAPPER.createObjectNode(), Map.of()).toString();
    }

    private void write(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
