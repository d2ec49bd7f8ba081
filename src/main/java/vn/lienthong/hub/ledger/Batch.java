package vn.lienthong.hub.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.hub.audit.AuditRow;

/** What one transaction of the ledger is about to write. */
final class Batch {
    record NewEntry(Draft draft, Standing after, Receipt receipt) {}

    record NewKey(String caller, String key, UUID entry, java.time.OffsetDateTime at) {}

    private final List<NewEntry> entries = new ArrayList<>();
    private final Map<String, NewEntry> opened = new LinkedHashMap<>();
    private final Map<String, Standing> moved = new LinkedHashMap<>();
    private final List<NewKey> keys = new ArrayList<>();
    private final Set<List<String>> keysSeen = new HashSet<>();
    private final List<Reissued> reissued = new ArrayList<>();

    void add(Draft draft, Standing after, Receipt receipt) {
        var entry = new NewEntry(draft, after, receipt);
        entries.add(entry);
        if (receipt.seq() == 1) {
            opened.put(after.code(), entry);
        } else {
            moved.put(after.code(), after);
        }
        newKey(draft, receipt.entry(), receipt.recordedAt());
    }

    /** The same content came under a key of its own: from now on that key answers too. */
    void anotherKey(Draft draft, UUID entry) {
        newKey(draft, entry, draft.occurredAt());
    }

    private void newKey(Draft draft, UUID entry, java.time.OffsetDateTime at) {
        var key = draft.submission().idempotencyKey();
        var caller = draft.submission().caller().client();
        if (key != null && keysSeen.add(List.of(caller, key))) {
            keys.add(new NewKey(caller, key, entry, at));
        }
    }

    void reissue(Reissued one) {
        reissued.add(one);
    }

    List<Reissued> reissued() {
        return reissued;
    }

    boolean isEmpty() {
        return entries.isEmpty() && keys.isEmpty();
    }

    List<NewEntry> entries() {
        return entries;
    }

    List<NewEntry> opened() {
        return List.copyOf(opened.values());
    }

    List<Standing> moved() {
        return List.copyOf(moved.values());
    }

    List<NewKey> keys() {
        return keys;
    }

    List<EntriesAppended.Appended> appended() {
        return entries.stream()
                .map(e -> new EntriesAppended.Appended(
                        e.receipt().entry(),
                        e.after().code(),
                        e.receipt().seq(),
                        e.receipt().kind(),
                        e.draft().submission().caller().client(),
                        e.draft().addressee(),
                        e.after().procedure(),
                        e.after().field(),
                        e.after().channel(),
                        e.after().province(),
                        e.after().commune(),
                        e.after().state().notes(),
                        e.draft().submission().files(),
                        isAfterEnd(e)))
                .toList();
    }

    List<AuditRow> auditRows() {
        return entries.stream().map(this::auditRow).toList();
    }

    private AuditRow auditRow(NewEntry entry) {
        var actor = entry.draft().submission().caller().client();
        var action = "ledger." + entry.receipt().kind().word();
        return reissued.stream()
                .filter(one -> one.after().equals(entry.after()))
                .findFirst()
                .map(one -> new AuditRow(
                        actor,
                        action,
                        entry.after().code(),
                        null,
                        one.correction().reason(),
                        one.correction().inWords(one.before())))
                .orElseGet(() -> AuditRow.of(actor, action, entry.after().code()));
    }

    /** A dossier that is signed is still handed over, step by step; what has ended, or is told anew, is told to nobody. */
    private static boolean isAfterEnd(NewEntry entry) {
        var kind = entry.receipt().kind();
        var state = entry.after().state();
        return kind.beginsNothing(entry.receipt().seq(), entry.draft().occurredAt(), state.finishedAt())
                && (kind == EntryKind.REGISTERED || state.status().isEnd());
    }
}
