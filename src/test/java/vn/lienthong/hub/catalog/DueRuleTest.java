package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"4 working hours", "3 working days", "30 calendar days", "same day before 15:00"})
    void readsTheSentenceItWrites(String sentence) {
        assertThat(DueRule.parse(sentence)).hasToString(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "3 days", "0 working days", "-1 working days", "same day", "same day before 25:00"})
    void refusesOtherSentences(String sentence) {
        assertThatThrownBy(() -> DueRule.parse(sentence)).isInstanceOf(RuntimeException.class);
    }
}
