package vn.lienthong.hub.subscription;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param key secret of at least 32 characters that the secrets of subscriptions are made from; null: nobody can subscribe */
@ConfigurationProperties("hub.subscriptions")
record SubscriptionSettings(@Nullable String key) {
    private static final int SHORTEST_KEY = 32;

    /** A variable that is set to nothing sets nothing. */
    SubscriptionSettings {
        key = key == null || key.isBlank() ? null : key;
        if (key != null && key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("hub.subscriptions.key has less than 32 characters");
        }
    }
}
