package vn.lienthong.hub.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.figures.ReportReads.Reported;
import vn.lienthong.hub.ledger.DossierState.Fee;

/** What one line of the report counts. */
final class ReportTally {
    private static final Set<String> PAID_ONLINE = Set.of("portal", "gateway");

    /** Of the dossiers of which it is said, those for which it is so. */
    private static final class Share {
        private long of;
        private long so;

        void add(@Nullable Boolean said) {
            if (said != null) {
                of++;
                so += said ? 1 : 0;
            }
        }

        @Nullable
        BigDecimal rate() {
            return Tally.perCent(so, of);
        }
    }

    private long online;
    private long direct;
    private long carriedOver;
    private final Tally settled = new Tally();
    private final Tally inProgress = new Tally();
    private final Share digitised = new Share();
    private final Share reused = new Share();
    private final Share paidOnline = new Share();

    /** @param isNew received in the period, and not before */
    void add(Reported reported, Judgement judgement, boolean isNew) {
        (judgement.isSettled() ? settled : inProgress).add(judgement);
        if (!isNew) {
            carriedOver++;
            return;
        }
        if (reported.dossier().channel().equals("online")) {
            online++;
        } else {
            direct++;
        }
        digitised.add(reported.digitised());
        reused.add(reported.reused());
        paidOnline.add(paidOnline(reported.state().fees()));
    }

    /** Null for a dossier without a paid fee of which it is known how. */
    private static @Nullable Boolean paidOnline(List<Fee> fees) {
        var ways = fees.stream()
                .filter(fee -> fee.paidAt() != null && fee.paidVia() != null)
                .map(Fee::paidVia)
                .toList();
        return ways.isEmpty() ? null : ways.stream().anyMatch(PAID_ONLINE::contains);
    }

    long received() {
        return online + direct;
    }

    long online() {
        return online;
    }

    long direct() {
        return direct;
    }

    long carriedOver() {
        return carriedOver;
    }

    Tally settled() {
        return settled;
    }

    Tally inProgress() {
        return inProgress;
    }

    @Nullable
    BigDecimal onlineRate() {
        return Tally.perCent(online, received());
    }

    @Nullable
    BigDecimal digitisedRate() {
        return digitised.rate();
    }

    @Nullable
    BigDecimal reusedRate() {
        return reused.rate();
    }

    @Nullable
    BigDecimal paidOnlineRate() {
        return paidOnline.rate();
    }
}
