package vn.lienthong.hub.facade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.intake.Callbacks;

/** The door for systems that call: no token, no form of ours. */
class CallbackIT extends FacadeStory {
    private static final Callbacks.Answer THANKS =
            new Callbacks.Answer(202, "text/xml; charset=UTF-8", "<ok/>".getBytes(UTF_8));

    private final AtomicReference<Callbacks.Message> came = new AtomicReference<>();

    @Autowired
    FacadeUnderTest.PlayedCallbacks callbacks;

    private void answers(Callbacks.Answer answer) {
        callbacks.play = message -> {
            came.set(message);
            return answer;
        };
    }

    @AfterEach
    void calm() {
        answers(new Callbacks.Answer(200, null, new byte[0]));
    }

    @Test
    void passesOnWhatCameByteByByteAndAnswersInTheSystemsForm() {
        answers(THANKS);

        var answer = send(to("/callbacks/some/thing")
                .header("Authorization", "Bearer of something else")
                .header("X-Id", "1")
                .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 0, 7})));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("<ok/>");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(came.get().raw()).containsExactly(0xff, 0, 7);
        assertThat(came.get().query()).isFalse();
        assertThat(came.get().headers())
                .containsEntry("x-id", "1")
                .containsEntry("authorization", "Bearer of something else");
    }

    @Test
    void takesWhatStandsInTheAddress() {
        answers(THANKS);

        send(to("/callbacks/some/thing?vnp_Amount=1&vnp_Text=a%20b"));

        assertThat(came.get().query()).isTrue();
        assertThat(came.get().raw()).asString(UTF_8).isEqualTo("vnp_Amount=1&vnp_Text=a%20b");
    }

    @Test
    void letsNobodyInWhoIsNotProven() {
        callbacks.play = message -> {
            throw new Callbacks.Unproven();
        };

        assertProblem(posted("{}"), 401, "caller.unproven");
    }

    @Test
    void knowsNoOtherAddress() {
        callbacks.play = message -> {
            throw new Callbacks.Unknown();
        };

        assertProblem(posted("{}"), 404, "request.unknown-path");
        assertProblem(send(to("/callbacks/some")), 401, "caller.unauthenticated");
    }

    @Test
    void readsNoMoreThanTheCardAllows() {
        answers(THANKS);

        assertProblem(posted("x".repeat(101)), 413, "request.too-large");
    }

    private java.net.http.HttpResponse<String> posted(String body) {
        return send(to("/callbacks/some/thing").POST(BodyPublishers.ofString(body)));
    }
}
