package vn.lienthong.hub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SystemCard;

/**
 * One thing that a system tells, in canonical form.
 *
 * @param system who tells it, and has proven to be that
 * @param key unique per system, the same in every repeat
 * @param kind of an entry of the ledger, or a word that an {@link Observer} waits for
 * @param dossier absent where it is about something else
 */
public record Observation(
        SystemCard system,
        String key,
        String kind,
        @Nullable String dossier,
        JsonNode data) {}
