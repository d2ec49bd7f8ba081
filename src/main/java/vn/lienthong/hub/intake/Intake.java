package vn.lienthong.hub.intake;

import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.SubmissionRefused;

/**
 * The door for reports that come as messages. It only says what to do with a message; moving it is the business of the
 * route that brought it.
 *
 * <ul>
 *   <li>{@code accepted}: durable, or a repeat of what is
 *   <li>{@code dead-letter}: can never be taken; cause and detail say why and quote nothing
 *   <li>{@code later}: the ledger cannot be reached now, bring it again
 * </ul>
 */
@Component("intake")
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Ledger ledger;
    private final DossierEvents events;

    Intake(Ledger ledger, DossierEvents events) {
        this.ledger = ledger;
        this.events = events;
    }

    /** @param message a CloudEvent in structured JSON whose data is what the facade would be sent */
    public Map<String, String> receive(byte @Nullable [] message) {
        if (message == null) {
            return deadLetter("request.unreadable", "empty");
        }
        try {
            ledger.append(events.read(message)).join();
            return Map.of("verdict", "accepted");
        } catch (Json.UnreadableJson e) {
            return deadLetter("request.unreadable", String.valueOf(e.getMessage()));
        } catch (DossierEvents.NotAnEvent e) {
            return deadLetter("request.invalid", String.valueOf(e.getMessage()));
        } catch (CompletionException e) {
            return verdict(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            // a message that breaks its reader would break it for ever, and hold back all behind it
            LOG.error("a message that cannot be read: {}", e.getClass().getSimpleName());
            return deadLetter("request.unreadable", e.getClass().getSimpleName());
        }
    }

    private static Map<String, String> verdict(Throwable failure) {
        if (failure instanceof SubmissionRefused refused) {
            return refused.code().equals("request.in-progress")
                    ? later(refused.code())
                    : deadLetter(refused.code(), refused.detail());
        }
        LOG.warn("a message must wait: {}", failure.getClass().getSimpleName());
        return later("hub.unavailable");
    }

    private static Map<String, String> later(String cause) {
        return Map.of("verdict", "later", "cause", cause);
    }

    private static Map<String, String> deadLetter(String cause, String detail) {
        return Map.of("verdict", "dead-letter", "cause", cause, "detail", detail);
    }
}
