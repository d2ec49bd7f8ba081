package vn.lienthong.hub.facade;

import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.lienthong.hub.evidence.Evidences;
import vn.lienthong.hub.evidence.Period;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Evidence that a test sets, and what was asked for. */
final class PlayedEvidence implements Evidences {
    final List<Period> periods = new CopyOnWriteArrayList<>();
    volatile boolean withoutKey;
    volatile boolean breaks;

    private final PublicKey key = fresh();

    private static PublicKey fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Prepared ofDossier(String code, Caller caller) {
        key();
        return new Played(code + ".zip", breaks);
    }

    @Override
    public Prepared ofPeriod(Period period, Caller caller) {
        key();
        periods.add(period);
        return new Played("period.zip", breaks);
    }

    @Override
    public PublicKey key() {
        if (withoutKey) {
            throw new Refusal(ProblemCode.HUB_NO_EVIDENCE_KEY);
        }
        return key;
    }

    private record Played(String name, boolean breaks) implements Prepared {
        private static final int MORE_THAN_A_BUFFER = 1 << 18;

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write("PK".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            if (breaks) {
                out.write(new byte[MORE_THAN_A_BUFFER]);
                throw new IllegalStateException("the database is gone");
            }
        }
    }
}
