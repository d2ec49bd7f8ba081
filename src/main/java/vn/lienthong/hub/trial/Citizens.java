package vn.lienthong.hub.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Makes people. Their numbers follow TT 07/2016/TT-BCA (birthplace, century and sex, year) and end in six zeros, as no
 * real one does.
 */
final class Citizens {
    private static final int TWENTY_FIRST = 2000;
    private static final int YEARS = 100;
    private static final int LONGEST_MONTH = 28; // every month has it

    private final Script.People people;
    private final String address;

    Citizens(Script.People people, String address) {
        this.people = people;
        this.address = address;
    }

    /** Born in one of these years. */
    Citizen any(int from, int to, Dice dice) {
        return of(sex(dice), from, to, dice);
    }

    Citizen of(String sex, int from, int to, Dice dice) {
        var born = LocalDate.of(dice.between(from, to), dice.between(1, 12), dice.between(1, LONGEST_MONTH));
        return new Citizen(
                dice.oneOf(people.family()) + " " + names(sex, dice),
                sex,
                born,
                idNumber(dice.oneOf(people.birthplaces()), sex, born.getYear()),
                dice.oneOf(people.hamlets()) + ", " + address);
    }

    String sex(Dice dice) {
        return dice.oneOf(List.of("male", "female"));
    }

    /** Middle and given name. */
    String names(String sex, Dice dice) {
        return one(people.middle(), sex, dice) + " " + one(people.given(), sex, dice);
    }

    private static String one(Map<String, List<String>> bySex, String sex, Dice dice) {
        return dice.oneOf(bySex.getOrDefault(sex, List.of()));
    }

    private static String idNumber(String birthplace, String sex, int year) {
        int centuryAndSex = (year < TWENTY_FIRST ? 0 : 2) + ("male".equals(sex) ? 0 : 1);
        return "%s%d%02d000000".formatted(birthplace, centuryAndSex, year % YEARS);
    }
}
