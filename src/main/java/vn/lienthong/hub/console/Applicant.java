package vn.lienthong.hub.console;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who a dossier is of, as far as it is shown.
 *
 * @param masked whether it is only enough to recognise it by
 */
public record Applicant(String name, String number, boolean masked) {
    private static final int LAST = 3;

    static Applicant shown(JsonNode body) {
        var applicant = body.path("applicant");
        return new Applicant(
                applicant.path("name").asText(), applicant.path("idNumber").asText(), false);
    }

    /** First letters of the name, last digits of the number. */
    static Applicant masked(JsonNode body) {
        var shown = shown(body);
        var name = new StringBuilder();
        for (var word : shown.name.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                name.append(word.charAt(0)).append("••• ");
            }
        }
        var number = shown.number;
        return new Applicant(
                name.toString().strip(),
                number.length() <= LAST
                        ? ""
                        : "•".repeat(number.length() - LAST) + number.substring(number.length() - LAST),
                true);
    }
}
