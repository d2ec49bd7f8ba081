package vn.lienthong.hub.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.privacy.KeyedHash;

/**
 * Hides whose a dossier is. There are so few personal numbers that whoever holds a plain hash tries them all; so it is
 * keyed, and the key is not in the database.
 */
@Component
class CitizenKey {
    private static final int SHORTEST = 32;
    /** As many bytes tell all citizens apart, and keep the index small. */
    private static final int LENGTH = 16;
    /** No number looks like it. */
    private static final String MARK = "mark";

    private final @Nullable KeyedHash hash;

    CitizenKey(@Value("${hub.desk.citizen-key:}") String secret) {
        if (!secret.isBlank() && secret.length() < SHORTEST) {
            throw new IllegalStateException("hub.desk.citizen-key: at least 32 characters");
        }
        this.hash = secret.isBlank() ? null : new KeyedHash(secret.getBytes(UTF_8));
    }

    boolean isGiven() {
        return hash != null;
    }

    /** By which it is seen that another key was given. */
    byte[] mark() {
        return hash(MARK);
    }

    byte[] hash(String number) {
        return Arrays.copyOf(Objects.requireNonNull(hash).of(number.getBytes(UTF_8)), LENGTH);
    }
}
