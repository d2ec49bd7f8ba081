package vn.lienthong.hub.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.security.PublicKey;
import vn.lienthong.hub.security.Caller;

/** Makes signed packages of evidence. Who may see a dossier is decided before; who asked is kept in the audit. */
public interface Evidences {
    /**
     * The evidence of one dossier that the caller may see.
     *
     * @throws vn.lienthong.hub.problem.Refusal when this hub has no key to sign with
     */
    Prepared ofDossier(String code, Caller caller);

    /**
     * The evidence of every dossier of a period, as far as the caller's units go.
     *
     * @throws vn.lienthong.hub.problem.Refusal when this hub has no key, or they are too many for one package
     */
    Prepared ofPeriod(Period period, Caller caller);

    /** @throws vn.lienthong.hub.problem.Refusal when this hub has none */
    PublicKey key();

    /** A package that can be made: nothing is refused any more, and it is written as it is read. */
    interface Prepared {
        /** A name for the file. */
        String name();

        void writeTo(OutputStream out) throws IOException;
    }
}
