package vn.lienthong.hub.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a system showed beside the dossier of the same code.
 *
 * @param code of the dossier, as the system writes it
 * @param ours null when no dossier here has that code
 */
record Side(String code, JsonNode shown, @Nullable Truth ours) {}
