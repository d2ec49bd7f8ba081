package vn.lienthong.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {
    private static final String CITIZEN = "Nguyễn Văn Đức Mẫu";

    @Test
    void repeatsAReasonThatNamesNobody() {
        assertThat(Discretion.without(CITIZEN, "Cán bộ không có quyền tra cứu"))
                .hasValue("Cán bộ không có quyền tra cứu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Không thấy nguyễn văn đức mẫu", "NGUYENVANDUCMAU: not found", "NGUYEN VAN DUC MAU", " "})
    void keepsAReasonThatNamesTheCitizen(String reason) {
        assertThat(Discretion.without(CITIZEN, reason)).isEmpty();
    }

    @Test
    void keepsAReasonThatRepeatsAWordOfTheQuestion() {
        assertThat(Discretion.without(List.of("31", "CÔNG TY MẪU"), "Cong ty mau: không có quyền"))
                .isEmpty();
        assertThat(Discretion.without(List.of("31", "CÔNG TY MẪU"), "Không có quyền 0800000000"))
                .hasValue("Không có quyền …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"030085000000", "030 085 000 000", "123456789", "19850228"})
    void blotsOutLongNumbers(String number) {
        assertThat(Discretion.without(CITIZEN, "Sai số " + number + " (lỗi 12)"))
                .hasValue("Sai số … (lỗi 12)");
    }
}
