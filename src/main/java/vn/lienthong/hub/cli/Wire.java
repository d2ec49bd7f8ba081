package vn.lienthong.hub.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** One request over HTTP. */
final class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static final int OK = 200;

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
        return exchange(http, request, who, BodyHandlers.ofByteArray());
    }

    /** The same; a good answer goes into a file as it comes, and only a bad one is kept. */
    static HubAnswer fetch(HttpClient http, HttpRequest request, String who, Path file) {
        return exchange(
                http,
                request,
                who,
                head -> head.statusCode() == OK
                        ? BodySubscribers.mapping(BodySubscribers.ofFile(file), saved -> new byte[0])
                        : BodySubscribers.ofByteArray());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HubAnswer exchange(HttpClient http, HttpRequest request, String who, BodyHandler<byte[]> body) {
        try {
            return HubAnswer.of(sendTwice(http, request, body));
        } catch (IOException e) {
            throw new Unreachable(who, request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(who, request.uri(), e);
        }
    }

    private static java.net.http.HttpResponse<byte[]> sendTwice(
            HttpClient http, HttpRequest request, BodyHandler<byte[]> body) throws IOException, InterruptedException {
        try {
            return http.send(request, body);
        } catch (ConnectException | HttpTimeoutException gone) {
            throw gone;
        } catch (IOException broken) {
            return http.send(request, body);
        }
    }
}
