package vn.lienthong.hub.file;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.file.CitizenFile.State;

/** Judges what waits in quarantine and removes what nobody goes on with. Any node may do it, also at the same time. */
@Component
class Sweeping {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final String HUB = "hub";
    private static final int AT_ONCE = 100;

    private final FileSettings settings;
    private final FileRows rows;
    private final Spool spool;
    private final Storage storage;
    private final Scanner scanner;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Sweeping(
            FileSettings settings,
            FileRows rows,
            Spool spool,
            Storage storage,
            Scanner scanner,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.settings = settings;
        this.rows = rows;
        this.spool = spool;
        this.storage = storage;
        this.scanner = scanner;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${hub.files.sweep-every:PT1M}")
    void run() {
        try {
            judge();
            remove();
        } catch (IOException e) {
            LOG.warn("sweeping is left to the next time: {}", e.getClass().getSimpleName());
        }
    }

    private void judge() throws IOException {
        for (var file : rows.quarantined(AT_ONCE)) {
            boolean clean;
            try (var bytes = storage.open(file.storedAs(), 0, file.size())) {
                clean = scanner.isClean(bytes);
            }
            settle(file, clean ? State.READY : State.INFECTED);
        }
    }

    private void settle(CitizenFile file, State state) {
        transaction.executeWithoutResult(status -> {
            if (rows.move(file.id(), State.QUARANTINED, state)) {
                audit.write(List.of(new AuditRow(
                        HUB,
                        "file." + state.word(),
                        file.dossier(),
                        null,
                        null,
                        file.id().toString())));
            }
        });
    }

    private void remove() throws IOException {
        var before = clock.instant().minus(settings.abandonedAfter());
        spool.sweep(before);
        rows.abandon(before);
        for (var file : rows.leftBehind()) {
            if (!file.storedAs().isEmpty()) {
                storage.delete(file.storedAs());
            }
            rows.bytesAreGone(file.id());
            rows.forgetAbandoned(file.id());
        }
    }
}
