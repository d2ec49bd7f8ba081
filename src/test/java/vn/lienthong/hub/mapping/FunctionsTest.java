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
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.json.Json;

class FunctionsTest {
    private static final Instant NOW = Instant.parse("2025-08-12T02:15:00.123Z");

    @TempDir
    Path folder;

    @BeforeEach
    void writeTables() throws IOException {
        write("demo/status.csv", """
                code,value,valid_from,valid_to
                1,received,,2025-06-30
                1,taken in,2025-07-01,
                2,"done, all of it",,
                3,done,,
                4,done,,
                """);
        write("catalogue/lists/agencies.csv", """
                code,lowest_first,name,valid_from,valid_to
                G12.12,000.00.12.G12,Kho bạc Nhà nước,2025-03-01,
                """);
        write("catalogue/units.csv", """
                province,province_name,commune,commune_name,agency,valid_from,valid_to
                30,Tỉnh Hải Dương,11083,Xã Đại Sơn,,,2025-06-30
                30,Tỉnh Hải Dương,11086,Xã Hưng Đạo,,,2025-06-30
                31,Thành phố Hải Phòng,11086,Xã Đại Sơn,H24.129,2025-07-01,
                31,Thành phố Hải Phòng,11074,Xã Tứ Kỳ,,2025-07-01,
                """);
        write("catalogue/unit-changes.csv", """
                day,old,old_name,new_province,new,new_name,part
                2025-07-01,11083,Xã Đại Sơn,31,11086,Xã Đại Sơn,full
                2025-07-01,11086,Xã Hưng Đạo,31,11086,Xã Đại Sơn,partial
                2025-07-01,11086,Xã Hưng Đạo,31,11113,Xã Tân Kỳ,partial
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            lookup("status", "1", "2025-06-30")                              → "received"
            lookup("status", "1", "2025-06-30T23:59:59+07:00")               → "received"
            lookup("status", "1", "2025-06-30T17:00:00Z")                    → "taken in"
            lookup("status", 1, "2025-07-01")                                → "taken in"
            lookup("status", "2", "2025-07-01")                              → "done, all of it"
            lookup("catalogue/agencies", "G12.12", "2025-07-01").lowest_first → "000.00.12.G12"
            lookup("status", "9", "2025-07-01", "unknown")                   → "unknown"
            lookup("status", "9", "2025-07-01", null)                        → null
            lookup("status", null, "2025-07-01", "unknown")                  → "unknown"
            lookup("status", null, null)                                     → null
            code-of("status", "value", "taken in", "2025-07-01")             → "1"
            code-of("status", "value", "received", "2025-07-01", null)       → null
            code-of("status", "value", null, "2025-07-01")                   → null
            code-of("catalogue/agencies", "lowest_first", "000.00.12.G12", "2025-07-01") → "G12.12"
            unit-on("11083", "2025-06-30", "2025-06-30").commune_name        → "Xã Đại Sơn"
            unit-on("11083", "2025-06-30", "2025-08-12").commune             → "11086"
            unit-on("11086", "2025-07-01", "2025-08-12").agency              → "H24.129"
            unit-on(null, null, null)                                        → null
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
            string("x")                                                      → "x"
            string(1768809600000)                                            → "1768809600000"
            string(1.5)                                                      → "1.5"
            string(true)                                                     → "true"
            string(null)                                                     → "null"
            string({"a": [1, "b"]})                                          → "{\\"a\\":[1,\\"b\\"]}"
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
            lookup("status", "X9", "2025-07-01")           → demo/test.jslt: the list status has no X9 on 2025-07-01
            lookup("status", "030085000000", "2025-07-01") → demo/test.jslt: the list status has no such code on 2025-07-01
            lookup("status", "Nguyễn Văn Mẫu", "2025-07-01") → demo/test.jslt: the list status has no such code on 2025-07-01
            lookup("catalogue/agencies", "G12.12", "2025-02-28") → demo/test.jslt: the list catalogue/agencies has no G12.12 on 2025-02-28
            lookup("status", "1", null)                    → demo/test.jslt: a code means nothing without a day, and none is given
            lookup("status", "1", "soon")                  → demo/test.jslt: a code means nothing without a day, and none is given
            code-of("status", "value", "done", "2025-07-01") → demo/test.jslt: the list status has several codes for done on 2025-07-01
            code-of("status", "value", "none", "2025-07-01") → demo/test.jslt: the list status has no none on 2025-07-01
            unit-on("11074", "2025-06-30", "2025-08-12")   → demo/test.jslt: the list catalogue/units has no 11074 on 2025-06-30
            unit-on("11086", "2025-06-30", "2025-08-12")   → demo/test.jslt: Xã Hưng Đạo (11086) đã chia vào Xã Đại Sơn (11086), Xã Tân Kỳ (11113) từ ngày 2025-07-01: địa chỉ thuộc nơi nào?
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
        var mapping = new Mappings(folder, CodeLists.read(folder.resolve("catalogue")), InstantSource.fixed(NOW))
                .mapping("demo/test");
        return mapping.apply(Json.MAPPER.createObjectNode(), Map.of()).toString();
    }

    private void write(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
