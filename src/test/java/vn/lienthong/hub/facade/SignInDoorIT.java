package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SignInDoorIT extends FacadeStory {
    private static final String SIGN_INS = "/api/v1/sign-ins";

    @Autowired
    PlayedSignIns signIns;

    @Test
    void saysWhereToSendTheBrowser() {
        var answer = post(SIGN_INS, UPSTREAM_DAI_SON, example("beginSignIn", "counter"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).path("authorize").asText()).startsWith("https://sign-in.example.vn/");
        assertThat(signIns.wanted.level()).isEqualTo("LoA2");
    }

    @ParameterizedTest
    @CsvSource({"state, short", "state, 'has blanks and more of them'", "returnTo, not an address", "level, ''"})
    void refusesWhatTheContractDoesNotHave(String field, String value) {
        var body = example("beginSignIn", "counter").put(field, value);
        if (value.isEmpty()) {
            body.put("idNumber", "030085000000");
        }

        assertProblem(post(SIGN_INS, UPSTREAM_DAI_SON, body), 422, "request.invalid");
    }

    @Test
    void sendsABrowserOnWithoutAskingForAToken() {
        var answer = send(to(SIGN_INS + "/come-back?state=s&code=c&session_state=more"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://upstream.example.vn/back?code=y");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(signIns.cameBack).isEqualTo("s c null");
    }

    @Test
    void whoOnlyLooksSpendsNothing() {
        var before = signIns.cameBack;
        var address = SIGN_INS + "/come-back?state=looked&code=c";

        assertThat(send(to(address).method("HEAD", BodyPublishers.noBody())).statusCode())
                .isEqualTo(204);
        assertThat(send(to(address).header("Sec-Purpose", "prefetch;prerender")).statusCode())
                .isEqualTo(204);
        assertThat(send(to(address).header("Purpose", "prefetch")).statusCode()).isEqualTo(204);

        assertThat(signIns.cameBack).isEqualTo(before);
        assertThat(send(to(address)).statusCode()).isEqualTo(303);
        assertThat(signIns.cameBack).isEqualTo("looked c null");
    }

    @Test
    void sendsABrowserWithoutAStateNowhere() {
        assertProblem(send(to(SIGN_INS + "/come-back?code=c")), 400, "sign-in.state");
    }

    @Test
    void handsTheAssertionOutBehind() {
        var answer = post(SIGN_INS + "/fetch", UPSTREAM_DAI_SON, example("fetchSignIn", "code"));

        assertThat(json(answer).path("assertion").asText()).isEqualTo("a.b.c");
        assertThat(json(answer).path("expiresIn").asInt()).isEqualTo(300);
    }

    @Test
    void showsItsKeysToAnybody() {
        assertThat(send(to(SIGN_INS + "/keys")).statusCode()).isEqualTo(200);
    }
}
