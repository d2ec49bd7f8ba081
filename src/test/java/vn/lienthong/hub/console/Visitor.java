package vn.lienthong.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.hub.local.LocalPerson;

/** Somebody with a browser that runs no scripts: keeps cookies, follows redirects, sends forms. */
public final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final String hub;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    private Visitor(String hub) {
        this.hub = hub;
    }

    static Visitor stranger(String hub) {
        return new Visitor(hub);
    }

    public static Visitor signedIn(String hub, LocalPerson person) {
        var visitor = new Visitor(hub);
        visitor.get("/console");
        visitor.post("/login", Map.of("username", person.id(), "password", person.password()));
        return visitor;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(to(path, headers).header("Accept", "text/html").GET());
    }

    /** As a form of the page that was seen last. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        return postWith(token, path, form);
    }

    HttpResponse<String> postWith(String csrf, String path, Map<String, String> form) {
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + URLEncoder.encode(csrf, UTF_8) + "&", ""));
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    private HttpRequest.Builder to(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(hub + path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            var csrf = CSRF.matcher(answer.body());
            if (csrf.find()) {
                token = csrf.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** The lines of a stream, as they come. */
    Collection<String> listen(String path) {
        var lines = new ConcurrentLinkedQueue<String>();
        http.sendAsync(to(path, "Accept", "text/event-stream").build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        return lines;
    }

    /** Follows no redirect. */
    HttpResponse<String> once(String path, String... headers) {
        try (var alone = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            return alone.send(
                    to(path, headers).header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
