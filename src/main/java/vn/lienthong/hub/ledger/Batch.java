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
                        e.after().procedure(),
                        e.after().field(),
                        e.after().channel()))
                .toList();
    }

    List<AuditRow> auditRows() {
        return entries.stream()
                .map(e -> AuditRow.of(
                        e.draft().submission().caller().client(),
                        "ledger." + e.receipt().kind().word(),
                        e.after().code()))
                .toList();
    }
}
