package vn.lienthong.hub.facade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.Act;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.repair.Edit;
import vn.lienthong.hub.repair.Forecast;
import vn.lienthong.hub.repair.Repair;
import vn.lienthong.hub.repair.RepairItem;
import vn.lienthong.hub.repair.Repairs;
import vn.lienthong.hub.repair.Selection;
import vn.lienthong.hub.repair.SingleRepairs;
import vn.lienthong.hub.security.Caller;

/** One plan of 601 deliveries, and what was asked of it last. */
final class PlayedRepairs implements Repairs, SingleRepairs {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-10-02T08:00:00+07:00");

    volatile @Nullable Selection selection;
    volatile Repair.@Nullable Pace pace;
    volatile @Nullable Act act;

    private Repair repair(Repair.State state) {
        return new Repair(
                UUID.fromString(PlayedReconciliations.ID),
                Act.RETRY,
                state,
                null,
                Json.MAPPER.createObjectNode(),
                "cổng đã hoạt động lại",
                30,
                601,
                601,
                0,
                0,
                0,
                0,
                new Repair.Pace(5, 60, 10),
                "ops",
                AT,
                null,
                null,
                null);
    }

    @Override
    public Repair plan(UUID id, Act act, Selection selection, Repair.Pace pace, String reason, Caller by) {
        this.act = act;
        this.selection = selection;
        this.pace = pace;
        return repair(Repair.State.PLANNED);
    }

    @Override
    public Optional<Repair> find(UUID id, Caller caller) {
        return id.toString().equals(PlayedReconciliations.ID)
                ? Optional.of(repair(Repair.State.PLANNED))
                : Optional.empty();
    }

    @Override
    public List<Repair> list(Caller caller, int limit) {
        return List.of(repair(Repair.State.PLANNED));
    }

    @Override
    public Forecast forecast(Repair repair) {
        var group = new Forecast.Group("e-certification", "0123456789ab", "502", "Bad Gateway", 601);
        return new Forecast(571, 30, 0, 601, 4, 1, 7, List.of(group));
    }

    @Override
    public Repair start(UUID id, Repair.@Nullable Pace pace, @Nullable Integer confirmed, boolean paused, Caller by) {
        if (confirmed == null || confirmed != 601) {
            throw new Refusal(ProblemCode.REPAIR_NOT_CONFIRMED);
        }
        this.pace = pace;
        return repair(paused ? Repair.State.PAUSED : Repair.State.RUNNING);
    }

    @Override
    public Repair pause(UUID id, Caller by) {
        return repair(Repair.State.PAUSED);
    }

    @Override
    public Repair resume(UUID id, Caller by) {
        return repair(Repair.State.RUNNING);
    }

    @Override
    public Repair cancel(UUID id, Caller by) {
        return repair(Repair.State.CANCELLED);
    }

    @Override
    public List<RepairItem> items(UUID id, RepairItem.@Nullable State state, int after, int limit) {
        return java.util.stream.IntStream.rangeClosed(after + 1, 3)
                .limit(limit)
                .mapToObj(n -> new RepairItem(
                        n,
                        70 + n,
                        FacadeStory.DOSSIER,
                        "e-certification",
                        "0123456789ab",
                        "REFUSED",
                        "SEND",
                        AT,
                        -30L,
                        RepairItem.State.DONE,
                        "sent",
                        null,
                        AT))
                .toList();
    }

    @Override
    public Done act(UUID request, String dossier, String system, Act act, String reason, Caller by) {
        return new Done(request, 7, dossier, system, act, "PENDING");
    }

    @Override
    public Edit propose(UUID request, String dossier, String system, JsonNode patch, String reason, Caller by) {
        return edit(request, patch);
    }

    private static Edit edit(UUID id, JsonNode patch) {
        return new Edit(
                id,
                7,
                FacadeStory.DOSSIER,
                "e-certification",
                patch,
                "khác tên",
                "PROPOSED",
                "ops",
                AT,
                null,
                null,
                null);
    }

    @Override
    public Edit decide(UUID id, boolean approved, String note, Caller by) {
        throw new Refusal(ProblemCode.REPAIR_SAME_PERSON);
    }

    @Override
    public List<Edit> proposed(Caller caller, int limit) {
        return List.of(edit(
                UUID.fromString(PlayedReconciliations.ID),
                Json.MAPPER.createObjectNode().put("secret", "Nguyễn Văn Mẫu")));
    }

    @Override
    public Optional<Edit> edit(UUID id, Caller caller) {
        return Optional.of(edit(id, Json.MAPPER.createObjectNode()));
    }
}
