package vn.lienthong.hub.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the hub is and who is calling. */
final class HubOptions {
    static final String LOCAL = "http://localhost:8080";
    private static final String TOKEN_PATH = "/oauth2/token";

    @Option(names = "--url", paramLabel = "URL", description = "Address of the hub; else HUB_URL, else " + LOCAL + ".")
    URI url = URI.create(LOCAL);

    @Option(
            names = "--client",
            paramLabel = "ID",
            description = "Who is calling; else HUB_CLIENT, else a client of the local run.")
    @Nullable
    String client;

    @Option(
            names = "--secret",
            paramLabel = "TEXT",
            description = "Secret of the client; else HUB_SECRET, else that of the local run.")
    @Nullable
    String secret;

    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description = "Where tokens are given; else HUB_TOKEN_URL, else /oauth2/token of the hub.")
    @Nullable
    URI tokenUrl;

    @Option(names = "--json", description = "Write JSON instead of text.")
    boolean json;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    Language language() {
        return language.language;
    }

    HubClient connect(String localClient) {
        var id = client == null ? localClient : client;
        return connect(id, secret == null ? localSecret(id) : secret);
    }

    HubClient connect(String client, String secret) {
        var token = tokenUrl == null ? url.resolve(TOKEN_PATH) : tokenUrl;
        return new HubClient(url, new SignIn(token, client, secret));
    }

    /** The local run gives its clients these; they are no secrets. */
    static String localSecret(String client) {
        return client + "-local-secret";
    }
}
