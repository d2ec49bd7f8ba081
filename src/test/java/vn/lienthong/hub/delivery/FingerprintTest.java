package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Không tìm thấy hồ sơ H24.129-250812-9035 | Không tìm thấy hồ sơ H24.129-250813-0001
            Số định danh 030085000000 không đúng     | Số định danh 031099000000 không đúng
            công dân Nguyễn Văn Mẫu không tồn tại    | công dân Trần Thị Thử Nghiệm không tồn tại
            CONG DAN NGUYEN VAN MAU KHONG TON TAI    | CONG DAN LE THI THU KHONG TON TAI
            quá hạn lúc 2025-08-12T09:15:00+07:00    | quá hạn lúc 13/08/2025 10:20
            phiên 5f1c2a7e-0b7e-4b0c-9d5e-1f2a3b4c5d6e hết hạn | phiên 77777777-0b7e-4b0c-9d5e-1f2a3b4c5d6e hết hạn
            không gọi được http://10.0.0.1:80/a?b=c  | không gọi được https://dvc.example.vn/x
            trường "hoTen" thiếu                     | trường "ngaySinh" thiếu
            """)
    void isTheSameForFailuresThatDifferInTheirDossierOnly(String one, String other) {
        assertThat(of(one)).isEqualTo(of(other));
        assertThat(of(one).id()).isEqualTo(of(other).id()).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "từ chối: Nguyễn Văn Mẫu, 030085000000, sinh 01/02/1985, 0912 345 678, mau@example.vn",
                "từ chối: nguoi nop Nguyen Van Mau 030085000000",
                "từ chối: NGUYỄN VĂN MẪU 030.085.000000"
            })
    void holdsNothingOfACitizen(String answer) {
        assertThat(of(answer).message()).startsWith("từ chối").doesNotContainPattern("\\d|(?i)m[aẫ]u\\b|@|văn|van ");
    }

    @Test
    void tellsCausesApart() {
        assertThat(of("Thiếu số định danh")).isNotEqualTo(of("Sai mã thủ tục"));
        assertThat(of("HỒ SƠ KHÔNG HỢP LỆ")).isNotEqualTo(of("DỮ LIỆU BỊ TRÙNG"));
        assertThat(of("Bad Gateway")).isNotEqualTo(of("Internal Server Error"));
        assertThat(Fingerprint.of("a", "sync", "502", "x").id())
                .isNotEqualTo(Fingerprint.of("a", "sync", "504", "x").id())
                .isNotEqualTo(Fingerprint.of("b", "sync", "502", "x").id())
                .isNotEqualTo(Fingerprint.of("a", "close", "502", "x").id());
    }

    @Test
    void needsNeitherCodeNorWords() {
        assertThat(Fingerprint.of("a", "sync", null, null)).isEqualTo(new Fingerprint("a", "sync", "", ""));
    }

    @Test
    void isNeverLong() {
        assertThat(of("rất dài ".repeat(1_000)).message()).hasSizeLessThanOrEqualTo(200);
    }

    private static Fingerprint of(String answer) {
        return Fingerprint.of("demo", "sync", "17", answer);
    }
}
