package vn.lienthong.hub.exchange;

import java.util.List;
import java.util.Optional;
import vn.lienthong.hub.security.Caller;

/** What went to systems and came back, for those who may see it. A delivery outside the caller's units does not exist. */
public interface Exchanges {
    /** Every delivery of a dossier that the caller is known to see. */
    List<DeliveryLine> deliveries(String dossier);

    /** Every attempt of a delivery, with people masked. */
    Optional<ExchangesOf> masked(long delivery, Caller caller);

    /**
     * The same as it was. Who asked and why is on record before it is given.
     *
     * @param purpose in the asker's words
     */
    Optional<ExchangesOf> disclosed(long delivery, String purpose, Caller caller);

    /**
     * An attempt about people who do not exist, to learn from.
     *
     * @param attempt its number; the last one whose exchange was kept where it is 0
     */
    Optional<Anonymised> anonymised(long delivery, int attempt, Caller caller);

    /**
     * Where two attempts differ: found in what was, shown masked.
     *
     * @return empty when there is no such delivery or attempt
     */
    Optional<List<Change>> difference(long delivery, int one, int other, Caller caller);
}
