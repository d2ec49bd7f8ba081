package vn.lienthong.hub.security;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may do one thing at one address. No roles: anybody, with or without a token. */
public record Right(HttpMethod method, PathPattern path, Set<String> roles) {
    /** @param path a pattern such as {@code /api/v1/dossiers/{code}} */
    public static Right of(HttpMethod method, String path, String... roles) {
        return new Right(method, PathPatternParser.defaultInstance.parse(path), Set.of(roles));
    }

    /** Open to strangers; for what explains the hub, never for what it holds. */
    public static Right open(String path) {
        return of(HttpMethod.GET, path);
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    boolean isAt(PathContainer address) {
        return path.matches(address);
    }

    /** HEAD is GET without the body. */
    boolean takes(String asked) {
        return method.matches(asked) || (method == HttpMethod.GET && HttpMethod.HEAD.matches(asked));
    }
}
