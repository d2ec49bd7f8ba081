package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/**
 * Hides whose a file is. The hash is keyed, for there are so few personal numbers that whoever holds a plain hash tries
 * them all; the key is not in the database.
 */
@Component
class Owners {
    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable SecretKeySpec key;

    Owners(FileSettings settings) {
        var secret = settings.ownerKey();
        this.key = secret == null ? null : new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    byte[] hash(String number) {
        if (key == null) {
            throw new Refusal(ProblemCode.HUB_NO_FILES);
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(number.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
