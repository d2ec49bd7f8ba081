package vn.lienthong.hub.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The fingerprints that entries were kept with, against what is kept now. */
@Component
public class Fingerprints {
    private final JdbcClient jdbc;

    Fingerprints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * SHA-256 of dossier code, line feed, kind, line feed and the body as kept (keys sorted, no blanks).
     *
     * @param sha256 as it was written with the entry, in hexadecimal
     * @param holds whether the entry as it is kept now still has it
     */
    public record Fingerprint(int seq, String sha256, boolean holds) {}

    /** By the number of the entry. */
    public Map<Integer, Fingerprint> of(String dossier) {
        return jdbc
                .sql("select seq, kind, body, fingerprint from entry where dossier = ?")
                .param(dossier)
                .query((row, n) -> fingerprint(
                        row.getInt("seq"),
                        Draft.fingerprint(
                                dossier,
                                row.getString("kind"),
                                row.getString("body").getBytes(StandardCharsets.UTF_8)),
                        row.getBytes("fingerprint")))
                .list()
                .stream()
                .collect(Collectors.toMap(Fingerprint::seq, print -> print));
    }

    private static Fingerprint fingerprint(int seq, byte[] now, byte[] then) {
        return new Fingerprint(seq, HexFormat.of().formatHex(then), Arrays.equals(now, then));
    }
}
