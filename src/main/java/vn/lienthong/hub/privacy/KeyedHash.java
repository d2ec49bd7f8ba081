package vn.lienthong.hub.privacy;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256: proves who wrote something, and hides what is too short for a plain hash to hide. */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Of the pieces one behind the other, 32 bytes. */
    public byte[] of(byte[]... pieces) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var piece : pieces) {
                mac.update(piece);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
