package vn.lienthong.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

class MaskingTest {
    static final JsonNode MESSAGE = Json.parse("""
            {"operation": "register",
             "dossier": {"code": "H24.129-250812-9035",
               "procedure": {"code": "2.000815", "name": "Chứng thực bản sao"},
               "unit": {"province": "31", "commune": "11086", "communeName": "Xã Đại Sơn"},
               "receivedAt": "2025-08-12T09:15:00+07:00",
               "officer": {"name": "Đỗ Thị Kế Toán", "idNumber": "030180000123"},
               "summary": "Bản sao cho ông NGUYEN VAN TUAN, cccd 030 085 012 345, sinh 28/02/1985",
               "applicant": {"kind": "citizen", "name": "Nguyễn Văn Tuấn", "idNumber": "030085012345",
                 "dateOfBirth": "1985-02-28", "phone": "0912 345 678", "email": "tuan.nguyen85@gmail.com",
                 "address": "Số 5, ngõ Hàng Cháo, xã Đại Sơn"},
               "form": {"child": {"name": "Nguyễn Bảo Châu", "dateOfBirth": "2025-08-05",
                 "hometown": {"detail": "Thôn Đông Hải", "commune": "11086", "province": "31"}}}},
             "state": {"status": "received"}}""".getBytes(StandardCharsets.UTF_8));

    static final List<String> ORIGINALS = List.of(
            "Nguyễn Văn Tuấn",
            "NGUYỄN VĂN TUẤN",
            "nguyen van tuan",
            "NGUYENVANTUAN",
            "N g u y ễ n  V ă n  T u ấ n",
            "Nguyễn_Văn-Tuấn",
            "030085012345",
            "030 085 012 345",
            "030.085.012.345",
            "0912345678",
            "0912 345 678",
            "+84912345678",
            "84 912.345.678",
            "tuan.nguyen85@gmail.com",
            "TUAN.NGUYEN85@GMAIL.COM",
            "1985-02-28",
            "28/02/1985",
            "28-2-1985",
            "28.02.1985",
            "28021985",
            "19850228",
            "ngày 28 tháng 02 năm 1985",
            "ngõ Hàng Cháo",
            "NGO HANG CHAO",
            "Thôn Đông Hải",
            "thon dong hai",
            "Nguyễn Bảo Châu",
            "Đỗ Thị Kế Toán",
            "030180000123");

    private final Masking masking = Masking.of(MESSAGE);

    static List<String> originals() {
        return ORIGINALS;
    }

    @ParameterizedTest
    @MethodSource("originals")
    void findsWhatIsKnownInEverySpelling(String spelling) {
        for (var text : List.of(
                "Trường hợp " + spelling + " không hợp lệ",
                "{\"note\": \"" + spelling + "\"}",
                "<r><note>" + spelling + "</note></r>",
                "<r a=\"" + spelling + "\"><![CDATA[<x>" + spelling + "</x>]]></r>",
                "{\"cut\": \"abc " + spelling + "\", \"more\": \"",
                "{\"inner\": " + Json.text("<hs><x>" + spelling + "</x></hs>") + "}")) {
            assertThat(masking.body(text)).doesNotContain(spelling).contains("‹");
        }
    }

    @Test
    void hidesEveryPersonalFieldAndNothingElse() {
        var masked = masking.tree(MESSAGE);

        assertThat(masked.at("/dossier/applicant/name").asText()).isEqualTo("‹name›");
        assertThat(masked.at("/dossier/applicant/idNumber").asText()).isEqualTo("‹id›");
        assertThat(masked.at("/dossier/applicant/phone").asText()).isEqualTo("‹phone›");
        assertThat(masked.at("/dossier/applicant/email").asText()).isEqualTo("‹e-mail›");
        assertThat(masked.at("/dossier/applicant/address").asText()).isEqualTo("‹address›");
        assertThat(masked.at("/dossier/form/child/dateOfBirth").asText()).isEqualTo("‹date›");
        assertThat(masked.at("/dossier/form/child/hometown/detail").asText()).isEqualTo("‹address›");
        assertThat(masked.at("/dossier/form/child/hometown/commune").asText()).isEqualTo("11086");
        assertThat(masked.at("/dossier/summary").asText()).isEqualTo("Bản sao cho ông ‹name›, cccd ‹id›, sinh ‹date›");
        for (var kept :
                List.of("/dossier/code", "/dossier/procedure", "/dossier/unit", "/dossier/receivedAt", "/state")) {
            assertThat(masked.at(kept)).isEqualTo(MESSAGE.at(kept));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hoTen\": \"Lê Thị Lạ\"}",
                "{\"HoTenNguoiNop\": \"LÊ THỊ LẠ\"}",
                "<d:SoCMNDNguoiNop xmlns:d=\"urn:d\">030190000999</d:SoCMNDNguoiNop>",
                "{\"soDDCN\": 30190000999}",
                "{\"NgaySinh\": \"01/02/1990\"}",
                "hoTen=L%C3%AA+Th%E1%BB%8B+L%E1%BA%A1&soDienThoai=0987654321",
                "không tìm thấy công dân Lê Thị Lạ trong CSDL",
                "gọi 0987 654 321 để biết",
                "viết cho la.le@example.vn",
                "mã 030190000999 sai"
            })
    void hidesPeopleOfWhomTheDossierKnowsNothing(String body) {
        assertThat(masking.body(body))
                .contains(body.contains("=") && body.startsWith("hoTen") ? "%E2%80%B9" : "‹")
                .doesNotContainPattern("L[eê] Th|0190000999|0190000|098765|la\\.le|01/02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_code\":\"500\",\"message\":\"chaSoDDCN có độ dài vượt quá 12 ký tự\"}",
                "<soap:Fault><faultcode>Server</faultcode><faultstring>Hồ sơ đã tồn tại</faultstring></soap:Fault>",
                "{\"maHoSo\":\"H24.129-250812-9035\",\"ngayTiepNhan\":\"2025-08-12T09:15:00+07:00\"}",
                "{\"NgayTiepNhan\":\"20250812091500\",\"trangThai\":3}",
                "502 Bad Gateway"
            })
    void leavesWhatIsAboutNobody(String body) {
        assertThat(masking.body(body)).isEqualTo(body);
    }

    @Test
    void leavesNothingOfTheApplicantInWhatPacksSend() throws Exception {
        try (var files = Files.walk(Path.of("integration"))) {
            for (var in : files.filter(file -> file.toString().matches(".*examples/[^/]+\\.request/[^/]+\\.in\\.json"))
                    .toList()) {
                var message = Json.parse(Files.readAllBytes(in));
                var out = Path.of(in.toString().replace(".in.json", ".out.json"));
                if (message.has("dossier") && Files.exists(out)) {
                    var masked = Masking.of(message).tree(Json.parse(Files.readAllBytes(out)));
                    for (var field : List.of("name", "idNumber", "phone", "email", "address")) {
                        var value = message.at("/dossier/applicant/" + field).asText();
                        if (value.length() > 8) {
                            assertThat(masked.toString()).as(out.toString()).doesNotContain(value);
                        }
                    }
                }
            }
        }
    }
}
