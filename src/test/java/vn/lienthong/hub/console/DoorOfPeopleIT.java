package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.local.LocalPerson;

/** Who comes to the desk, and what a browser may do with its pages. */
class DoorOfPeopleIT extends HubStory {
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]* src=)|<style|\\son[a-z]+=|\\sstyle=");

    private Visitor signedIn(LocalPerson person) {
        return Visitor.signedIn(hub(), person);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void sendsAStrangerToTheSignInServer() {
        var answer = Visitor.stranger(hub()).once("/console");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).endsWith("/console/sign-in/console");
    }

    @Test
    void tellsAPartOfAPageToGoThereAsAWhole() {
        var answer = Visitor.stranger(hub()).get("/console", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "HX-Redirect")).isEqualTo("/console");
    }

    @Test
    void bringsWhoeverSignsInToThePageThatWasAskedFor() {
        var visitor = Visitor.stranger(hub());
        visitor.get("/console?lang=en");
        var page = visitor.post(
                "/login", Map.of("username", LocalPerson.AUDITOR.id(), "password", LocalPerson.AUDITOR.password()));

        assertThat(page.uri().toString()).isEqualTo(hub() + "/console?lang=en");
        assertThat(page.body()).contains("The shift", "Kiểm tra");
    }

    @Test
    void letsAPageRunNothingButItsOwnFiles() {
        var page = signedIn(LocalPerson.OPS).get("/console");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(INLINE.matcher(page.body()).find()).isFalse();
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSites() {
        var answer = Visitor.stranger(hub()).once("/console");

        assertThat(header(answer, "Set-Cookie")).startsWith("hub-desk=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void givesWhoeverSignsInASessionThatNobodyKnewBefore() {
        var visitor = Visitor.stranger(hub());
        visitor.get("/console");
        var before = visitor.cookie("hub-desk");
        visitor.post(
                "/login", Map.of("username", LocalPerson.AUDITOR.id(), "password", LocalPerson.AUDITOR.password()));

        assertThat(visitor.cookie("hub-desk")).isNotEqualTo(before);
    }

    @Test
    void refusesAFormThatIsNotOfItsPages() {
        var visitor = signedIn(LocalPerson.OPS);

        assertThat(visitor.postWith("forged", "/console/sign-out", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/console").uri().getPath()).isEqualTo("/console");
    }

    @Test
    void forgetsWhoSignsOut() {
        var visitor = signedIn(LocalPerson.OPS);
        visitor.get("/console");
        var left = visitor.post("/console/sign-out", Map.of());

        assertThat(left.body()).contains("Đã thoát khỏi bàn trực");
        assertThat(visitor.once("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void isClosedToTokensOfTheApiAsTheApiIsToSessions() {
        var visitor = signedIn(LocalPerson.OPS);

        assertThat(visitor.once("/api/v1/systems").statusCode())
                .as("a session at the API")
                .isEqualTo(401);
        var withToken = Visitor.stranger(hub()).once("/console", "Authorization", "Bearer " + door().token());
        assertThat(withToken.statusCode()).as("a token at the desk").isEqualTo(302);
    }

    @Test
    void showsNoPageThatNoDoorLists() {
        var page = signedIn(LocalPerson.OPS).get("/console/nothing-here");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Không có trang này");
    }

    @Test
    void keepsItsFilesInTheBrowserForGood() {
        var page = signedIn(LocalPerson.OPS).get("/console").body();
        var css = Pattern.compile("/console/assets/[0-9a-f]+/desk\\.css").matcher(page);
        assertThat(css.find()).isTrue();

        var file = Visitor.stranger(hub()).get(css.group());

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Cache-Control")).contains("immutable");
        assertThat(Visitor.stranger(hub())
                        .get("/console/assets/000000000000/desk.css")
                        .statusCode())
                .isEqualTo(404);
    }
}
