package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.Refusal;

class EditPlacesTest {
    private static final JsonNode MESSAGE = Json.kept("""
            {"operation": "register", "dossier": {"code": "X", "summary": "cũ", "applicant": {"name": "A"},
              "copies": 2, "papers": [{"code": "GCS"}], "a/b": "c"}, "entry": {"id": "1", "note": "n"}}""");

    @Test
    void offersEveryValueThatMayBeEdited() {
        assertThat(EditPlaces.of(MESSAGE))
                .extracting(EditPlaces.Place::pointer)
                .containsExactly(
                        "/dossier/summary",
                        "/dossier/applicant/name",
                        "/dossier/copies",
                        "/dossier/a~1b",
                        "/entry/note");
    }

    @Test
    void makesAPatchOfWhatWasFilledIn() {
        var patch = EditPlaces.patch(
                Map.of(
                        "value:/dossier/copies",
                        "3",
                        "value:/dossier/summary",
                        " ",
                        "drop:/entry/note",
                        "1",
                        "reason",
                        "r"),
                MESSAGE);

        assertThat(patch).isEqualTo(Json.kept("{\"dossier\":{\"copies\":3},\"entry\":{\"note\":null}}"));
    }

    @Test
    void tellsWhatAPatchChanges() {
        var patch = Json.kept("{\"dossier\":{\"applicant\":{\"name\":\"B\"},\"summary\":null}}");

        assertThat(EditPlaces.changes(patch, MESSAGE))
                .containsExactly(
                        new EditPlaces.Place("/dossier/applicant/name", "A", "B"),
                        new EditPlaces.Place("/dossier/summary", "cũ", null));
    }

    @Test
    void takesNoWordWhereANumberStands() {
        assertThatThrownBy(() -> EditPlaces.patch(Map.of("value:/dossier/copies", "ba"), MESSAGE))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> EditPlaces.patch(Map.of("value:dossier", "x"), MESSAGE))
                .isInstanceOf(Refusal.class);
    }
}
