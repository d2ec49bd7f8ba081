package vn.lienthong.hub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Every attempt of one delivery.
 *
 * @param message what the system had to be told, in canonical form; the same for every attempt
 * @param masked whether names, numbers and the like stand as {@code ‹name›}
 */
public record ExchangesOf(
        long delivery,
        String system,
        String dossier,
        String operation,
        boolean masked,
        JsonNode message,
        List<Exchange> attempts) {}
