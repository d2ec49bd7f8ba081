package vn.lienthong.hub.repair;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.repair.Repair.Pace;
import vn.lienthong.hub.security.Caller;

/** Acts on many deliveries: planned first, then run. What may not be is a {@code Refusal}. */
public interface Repairs {
    /** More than so many are not planned at once. */
    int MOST = 100_000;
    /** More than so many are begun with only when their number is typed. */
    int CONFIRMED_ABOVE = 500;

    /**
     * Freezes the list. The same plan asked for again is the one that was made.
     *
     * @param id made by the caller
     */
    Repair plan(UUID id, Act act, Selection selection, Pace pace, String reason, Caller by);

    /** Of those that the caller's units cover. */
    Optional<Repair> find(UUID id, Caller caller);

    /** Newest first. */
    List<Repair> list(Caller caller, int limit);

    Forecast forecast(Repair repair);

    /**
     * Begins; one that has begun goes on as it is.
     *
     * @param confirmed the number of items as a person typed it
     * @param paused begins at rest
     */
    Repair start(UUID id, @Nullable Pace pace, @Nullable Integer confirmed, boolean paused, Caller by);

    Repair pause(UUID id, Caller by);

    Repair resume(UUID id, Caller by);

    /** What is due is answered yet; nothing more is begun with. */
    Repair cancel(UUID id, Caller by);

    /** @param after the place to go on behind */
    List<RepairItem> items(UUID id, RepairItem.@Nullable State state, int after, int limit);
}
