package vn.lienthong.hub.signin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param publicUrl address of this hub as browsers see it; it is also the issuer of assertions
 * @param key file with the RSA private key (PKCS #8, PEM) that assertions are signed with; null: nobody signs in here
 * @param returnTo client → addresses that a browser may be sent back to, to the letter
 * @param patience how long a citizen may take
 * @param codeLives how long the code is good that the upstream system fetches the assertion with
 * @param assertionLives at most five minutes
 * @param clockSkew how far the clock of the sign-in server may be from ours
 */
@ConfigurationProperties("hub.sign-in")
record SignInSettings(
        @Nullable String publicUrl,
        @Nullable Path key,
        @DefaultValue Map<String, List<String>> returnTo,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("1m") Duration codeLives,
        @DefaultValue("5m") Duration assertionLives,
        @DefaultValue("1m") Duration clockSkew) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** A variable that is set to nothing sets nothing. */
    SignInSettings {
        publicUrl = publicUrl == null || publicUrl.isBlank() ? null : publicUrl;
        key = key == null || key.toString().isBlank() ? null : key;
        if (assertionLives.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("hub.sign-in.assertion-lives is more than five minutes");
        }
    }
}
