package vn.lienthong.hub.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** One request over HTTP. */
final class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private Wire() {}

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // no offer to upgrade with every request
                .connectTimeout(CONNECT)
                .build();
    }

    /**
     * Sends it, and once more when the connection broke: a kept connection may have been closed by the other side in
     * that moment. Everything that is sent may be repeated.
     *
     * @throws Unreachable when there is no answer
     */
    static HubAnswer exchange(HttpClient http, HttpRequest request, String who) {
        try {
            return HubAnswer.of(sendTwice(http, request));
        } catch (IOException e) {
            throw new Unreachable(who, request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(who, request.uri(), e);
        }
    }

    private static java.net.http.HttpResponse<byte[]> sendTwice(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpTimeoutException gone) {
            throw gone;
        } catch (IOException broken) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }
}
