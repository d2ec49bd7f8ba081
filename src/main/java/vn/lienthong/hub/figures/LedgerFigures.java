package vn.lienthong.hub.figures;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.export.Fact;
import vn.lienthong.hub.export.Listing;
import vn.lienthong.hub.json.Times;

/** Reckons figures from the rows of the ledger as they stream by; what it keeps grows with the groups alone. */
@Component
final class LedgerFigures implements Figures {
    private final Cards cards;
    private final Comparisons comparisons;
    private final ReportReads reports;
    private final Explaining explaining;
    private final Names names;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate reading;

    LedgerFigures(
            Cards cards,
            Comparisons comparisons,
            ReportReads reports,
            Explaining explaining,
            Names names,
            Audit audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.cards = cards;
        this.comparisons = comparisons;
        this.reports = reports;
        this.explaining = explaining;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public boolean knows(String system) {
        return cards.find(system).isPresent() || comparisons.knows(system);
    }

    @Override
    public Listing onTime(Asked asked, Grouping by, @Nullable String system) {
        record(asked, "figures.on-time", by.word() + (system == null ? "" : " " + system));
        var comparison = comparison(asked, system).orElse(null);
        var facts = new ArrayList<>(facts(asked, system, comparison));
        facts.add(new Fact("by", "Tổng hợp theo", by.word()));
        var figures = new OnTime(facts, asked, by, comparison, names);
        var asOf = asOf(asked);
        read(() -> {
            try (var dossiers = comparisons.received(asked, comparison)) {
                dossiers.forEach(dossier -> count(dossier, figures, asOf));
            }
            return figures;
        });
        return figures;
    }

    private void count(Held dossier, OnTime figures, OffsetDateTime asOf) {
        var theirs = dossier.theirs();
        figures.add(
                dossier,
                explaining.judge(dossier, dossier.ours(), asOf),
                theirs == null ? null : explaining.judge(dossier, theirs, asOf));
    }

    @Override
    public List<Difference> differences(Asked asked, String system, @Nullable String after, int limit) {
        record(asked, "figures.differences", system);
        return comparison(asked, system)
                .map(comparison -> differing(
                        asked, comparison, after, found -> found.limit(limit).toList()))
                .orElse(List.of());
    }

    @Override
    public Listing allDifferences(Asked asked, String system, @Nullable String after) {
        record(asked, "figures.differences", system);
        var comparison = comparison(asked, system).orElse(null);
        return new DifferenceTable(facts(asked, system, comparison), asked, taker -> {
            if (comparison != null) {
                differing(asked, comparison, after, found -> {
                    found.forEach(taker);
                    return true;
                });
            }
        });
    }

    private <T> T differing(
            Asked asked, Comparison comparison, @Nullable String after, Function<Stream<Difference>, T> use) {
        var asOf = asOf(asked);
        return read(() -> {
            try (var dossiers = comparisons.compared(asked, comparison, after)) {
                return use.apply(dossiers.map(dossier -> explaining.difference(dossier, asOf))
                        .flatMap(Optional::stream));
            }
        });
    }

    @Override
    public Listing report(Asked asked) {
        record(asked, "figures.report", "");
        var report = new Report(facts(asked, null, null), asked, asOf(asked), explaining, names);
        read(() -> {
            try (var dossiers = reports.of(asked)) {
                dossiers.forEach(report::add);
            }
            return report;
        });
        return report;
    }

    private Optional<Comparison> comparison(Asked asked, @Nullable String system) {
        return system == null ? Optional.empty() : comparisons.newest(system, asked);
    }

    /** The end of the period, or now: a period that is not over yet has no end to compare with. */
    private OffsetDateTime asOf(Asked asked) {
        Instant now = clock.instant();
        return asked.end().toInstant().isBefore(now) ? asked.end() : Times.inOffice(now);
    }

    private List<Fact> facts(Asked asked, @Nullable String system, @Nullable Comparison comparison) {
        return Facts.of(asked, names.asked(asked), asOf(asked), system, comparison);
    }

    private <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(status -> work.get()));
    }

    /** Before anything is given away. */
    private void record(Asked asked, String action, String more) {
        var detail = (asked.words() + " " + more).strip();
        audit.record(new AuditRow(asked.caller().client(), action, null, null, null, detail))
                .join();
    }
}
