package vn.lienthong.hub.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.privacy.KeyedHash;

/** Signs events as Standard Webhooks 1.0.0 has it; routes call it by name. */
@Component("eventSignature")
public class EventSignature {
    private static final int UUID_LENGTH = 36;

    private final SubscriptionRows rows;
    private final Secrets secrets;
    private final InstantSource clock;

    EventSignature(SubscriptionRows rows, Secrets secrets, InstantSource clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * One signature with each secret that is good now.
     *
     * @param receiver ends with the id of the subscription
     * @param id of the event, the same with every attempt
     * @param timestamp of the attempt, seconds since 1970
     */
    public String sign(String receiver, String id, String timestamp, byte[] body) {
        var subscription = UUID.fromString(receiver.substring(receiver.length() - UUID_LENGTH));
        var head = (id + "." + timestamp + ".").getBytes(UTF_8);
        return numbers(subscription)
                .mapToObj(number -> new KeyedHash(secrets.secret(subscription, number)).of(head, body))
                .map(mac -> "v1," + Base64.getEncoder().encodeToString(mac))
                .collect(Collectors.joining(" "));
    }

    private IntStream numbers(UUID id) {
        var subscription = rows.find(id).orElseThrow(() -> new IllegalStateException("a subscription has ended"));
        var newest = subscription.secret();
        return clock.instant().isBefore(subscription.oldUntil().toInstant())
                ? IntStream.of(newest, newest - 1)
                : IntStream.of(newest);
    }
}
