package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/** Lets citizens ask for something: chooses them and fills in their e-forms. */
final class Forms {
    private static final int OLDEST = 1950;
    private static final int YOUNGEST = 2004;
    private static final int MOST_COPIES = 3;
    private static final int LONGEST_TO_REGISTER_BIRTH = 55; // days; the law gives 60
    private static final int LONGEST_TO_REGISTER_DEATH = 14; // days; the law gives 15

    private final Citizens citizens;
    private final Dice dice;

    Forms(Citizens citizens, Dice dice) {
        this.citizens = citizens;
        this.dice = dice;
    }

    /** @param kind birth, death, marriage, marital-status, extract, copies, or none */
    Request of(@Nullable String kind, OffsetDateTime receivedAt) {
        var day = receivedAt.toLocalDate();
        return switch (kind) {
            case null -> new Request(anybody(), null);
            case "birth" -> birth(day);
            case "death" -> death(day);
            case "marriage" -> marriage();
            case "marital-status", "extract" -> extract();
            case "copies" -> new Request(anybody(), paperCopies());
            default -> throw new IllegalArgumentException("no e-form " + kind);
        };
    }

    private Citizen anybody() {
        return citizens.any(OLDEST, YOUNGEST, dice);
    }

    private Request birth(LocalDate day) {
        var father = citizens.of("male", 1983, 2001, dice);
        var mother = citizens.of("female", 1985, 2003, dice);
        var asking = dice.oneOf(java.util.List.of(father, mother));
        var form = form(asking, asking.isMale() ? "Cha" : "Mẹ");
        form.set("child", child(father, day.minusDays(dice.between(2, LONGEST_TO_REGISTER_BIRTH))));
        form.set("father", father.person());
        form.set("mother", mother.person());
        return new Request(asking, form);
    }

    private ObjectNode child(Citizen father, LocalDate born) {
        var sex = citizens.sex(dice);
        return Json.MAPPER
                .createObjectNode()
                .put("name", father.family() + " " + citizens.names(sex, dice))
                .put("sex", sex)
                .put("dateOfBirth", born.toString())
                .put("birthplace", "Trung tâm Y tế huyện Mẫu")
                .put("ethnicity", "01")
                .put("nationality", "VN")
                .put("hometown", father.address());
    }

    private Request death(LocalDate day) {
        var asking = citizens.any(1960, 1995, dice);
        var deceased = citizens.any(1930, 1955, dice);
        var form = form(asking, "Con");
        form.set("deceased", deceased.person());
        form.put(
                        "dateOfDeath",
                        day.minusDays(dice.between(1, LONGEST_TO_REGISTER_DEATH))
                                .toString())
                .put("timeOfDeath", "%02d:%02d".formatted(dice.between(0, 23), dice.between(0, 59)))
                .put("placeOfDeath", "Tại nhà, " + deceased.address())
                .put("cause", "Tuổi già");
        return new Request(asking, form);
    }

    private Request marriage() {
        var husband = citizens.of("male", 1988, 2003, dice);
        var wife = citizens.of("female", 1990, 2005, dice);
        var asking = dice.oneOf(java.util.List.of(husband, wife));
        var form = form(asking, asking.isMale() ? "Chồng" : "Vợ");
        form.set("husband", husband.person());
        form.set("wife", wife.person());
        return new Request(asking, form);
    }

    private Request extract() {
        var asking = anybody();
        return new Request(asking, form(asking, "Bản thân"));
    }

    private ObjectNode form(Citizen asking, String relation) {
        var form = Json.MAPPER.createObjectNode().put("copies", dice.between(1, MOST_COPIES));
        form.set("requester", asking.named().put("relation", relation));
        return form;
    }

    /** Certified copies of the first paper, on paper only. */
    private ObjectNode paperCopies() {
        var form = Json.MAPPER.createObjectNode();
        form.putArray("copies")
                .addObject()
                .put("paper", "GT01")
                .put("pages", dice.between(1, 4))
                .put("paperCopies", dice.between(1, 10))
                .put("electronicCopy", false);
        return form;
    }
}
