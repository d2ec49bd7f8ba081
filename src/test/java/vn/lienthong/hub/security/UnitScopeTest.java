package vn.lienthong.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitScopeTest {
    @ParameterizedTest
    @CsvSource({
        "31/11086,31,11086,true",
        "31/11086,31,11113,false",
        "31/11086,30,11086,false",
        "31,31,11113,true",
        "31,30,11113,false",
        "*,01,00004,true"
    })
    void coversAUnitAndWhatLiesInIt(String unit, String province, String commune, boolean covered) {
        assertThat(UnitScope.of(List.of(unit)).covers(province, commune)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "311", "31/", "31/1108", "31/*", "**", "% or 1=1", " 31"})
    void opensNothingForWordsThatNameNoUnit(String word) {
        assertThat(UnitScope.of(List.of(word))).isEqualTo(UnitScope.NOWHERE);
    }

    @Test
    void coversNothingWithoutUnits() {
        assertThat(UnitScope.NOWHERE.covers("31", "11086")).isFalse();
    }
}
