package vn.lienthong.hub.facade;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** The header of RFC 9530: {@code Content-Digest: sha-256=:<base64>:}. */
final class ContentDigest {
    private static final String HEADER = "Content-Digest";
    /** 32 bytes in Base64. Other hashes in the header, and other headers, say nothing that is checked. */
    private static final Pattern SHA256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,|$)");

    private ContentDigest() {}

    /** What the body should be by its sender's word; null when it says nothing. */
    static byte @Nullable [] sha256(HttpServletRequest request) {
        var value = request.getHeader(HEADER);
        if (value == null) {
            return null;
        }
        var found = SHA256.matcher(value);
        if (!found.find()) {
            throw new Refusal(Problem.of(ProblemCode.REQUEST_PARAMETER, "Content-Digest has no sha-256=:<base64>:"));
        }
        return Base64.getDecoder().decode(found.group(1));
    }

    static String of(byte[] sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }
}
