package vn.lienthong.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.local.LocalEvidenceKey;

class SigningKeyTest {
    /** RFC 8032, 7.1, TEST 1: the secret key as PKCS #8, and its public key. */
    private static final String SECRET = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    @TempDir
    Path folder;

    @Test
    void reckonsThePublicKeyOfTheStandardsExample() throws IOException {
        var key = SigningKey.in(Files.writeString(folder.resolve("key.pem"), SECRET));

        var encoded = java.util.HexFormat.of().formatHex(key.publicKey().getEncoded());
        assertThat(encoded).endsWith(PUBLIC);
        assertThat(java.util.HexFormat.of().formatHex(key.sign(new byte[0])))
                .startsWith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970");
    }

    @Test
    void signsWhatItsPublicKeyVerifies() {
        var key = SigningKey.in(LocalEvidenceKey.in(folder));
        var again = Keys.read(Keys.pem(key.publicKey()));

        assertThat(Keys.signed(again, new byte[] {1}, key.sign(new byte[] {1}))).isTrue();
        assertThat(Keys.signed(again, new byte[] {2}, key.sign(new byte[] {1}))).isFalse();
        assertThat(LocalEvidenceKey.in(folder)).hasContent(read(LocalEvidenceKey.in(folder)));
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws IOException {
        var nothing = folder.resolve("missing.pem");
        var junk = Files.writeString(folder.resolve("junk.pem"), "junk");

        assertThatThrownBy(() -> SigningKey.in(nothing)).hasMessageContaining("hub.evidence.key");
        assertThatThrownBy(() -> SigningKey.in(junk)).hasMessageContaining("junk.pem");
        assertThatThrownBy(() -> Keys.read(SECRET)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
