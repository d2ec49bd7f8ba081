package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.privacy.KeyedHash;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/**
 * Hides whose a file is. The hash is keyed, for there are so few personal numbers that whoever holds a plain hash tries
 * them all; the key is not in the database.
 */
@Component
class Owners {
    private final @Nullable KeyedHash hash;

    Owners(FileSettings settings) {
        var secret = settings.ownerKey();
        this.hash = secret == null ? null : new KeyedHash(secret.getBytes(UTF_8));
    }

    byte[] hash(String number) {
        if (hash == null) {
            throw new Refusal(ProblemCode.HUB_NO_FILES);
        }
        return hash.of(number.getBytes(UTF_8));
    }
}
