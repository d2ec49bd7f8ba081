package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import vn.lienthong.hub.json.Json;

/**
 * Somebody who does not exist.
 *
 * @param sex male or female
 * @param idNumber the twelve digits
 */
record Citizen(String name, String sex, LocalDate born, String idNumber, String address) {
    private static final String KINH = "01";

    String family() {
        return name.substring(0, name.indexOf(' '));
    }

    boolean isMale() {
        return sex.equals("male");
    }

    ObjectNode applicant() {
        return named().put("kind", "citizen")
                .put("dateOfBirth", born.toString())
                .put("sex", sex)
                .put("address", address);
    }

    /** As e-forms of civil status hold a person. */
    ObjectNode person() {
        return named().put("sex", sex)
                .put("dateOfBirth", born.toString())
                .put("ethnicity", KINH)
                .put("nationality", "VN")
                .put("address", address);
    }

    ObjectNode named() {
        return Json.MAPPER.createObjectNode().put("name", name).put("idNumber", idNumber);
    }
}
