package vn.lienthong.hub.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.privacy.KeyedHash;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;

/** Makes the secrets of subscriptions from one key, so that none of them has to be kept. */
@Component
class Secrets {
    /** Standard Webhooks 1.0.0: so receivers know what the text is. */
    private static final String PREFIX = "whsec_";

    private final byte @Nullable [] key;

    Secrets(SubscriptionSettings settings) {
        this.key = settings.key() == null ? null : settings.key().getBytes(UTF_8);
    }

    byte[] secret(UUID subscription, int number) {
        if (key == null) {
            throw new Refusal(ProblemCode.HUB_NO_SUBSCRIPTIONS);
        }
        return new KeyedHash(key).of((subscription + ":" + number).getBytes(UTF_8));
    }

    /** As it is shown to the receiver. */
    String shown(UUID subscription, int number) {
        return PREFIX + Base64.getEncoder().encodeToString(secret(subscription, number));
    }
}
