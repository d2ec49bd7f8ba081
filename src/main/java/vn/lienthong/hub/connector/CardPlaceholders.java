package vn.lienthong.hub.connector;

import java.time.Duration;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.live.Tree;

/**
 * What routes may write between double braces: {@code <id>.url}, {@code <id>.http} and {@code <id>.cxf} (how the house
 * calls out: timeouts, pools, no redirects), {@code <id>.out} and {@code <id>.in} (what the platform on the way wants
 * before and after a call), {@code <id>.<setting>} of a card, and properties of the installation.
 */
final class CardPlaceholders implements PropertiesSource {
    static final String HTTP_CLIENT = ".httpClient";
    /** Where a contract is read from: the folder of the edition, wherever it lies. */
    private static final String CONTRACTS = "hub.integration";

    private final Cards cards;
    private final Tree tree;
    private final Environment environment;

    CardPlaceholders(Cards cards, Tree tree, Environment environment) {
        this.cards = cards;
        this.tree = tree;
        this.environment = environment;
    }

    @Override
    public String getName() {
        return "cards";
    }

    @Override
    public @Nullable String getProperty(String name) {
        if (name.equals(CONTRACTS)) {
            return tree.integration().toString();
        }
        var dot = name.indexOf('.');
        return cards.find(dot < 0 ? "" : name.substring(0, dot))
                .map(card -> value(card, name.substring(dot + 1)))
                .orElseGet(() -> environment.getProperty(name));
    }

    private static @Nullable String value(SystemCard card, String name) {
        return switch (name) {
            case "url" -> card.url();
            case "http" ->
                "httpClient=#" + card.id() + HTTP_CLIENT
                        + "&throwExceptionOnFailure=false&disableStreamCache=true"
                        + "&headerFilterStrategy=#outgoingHeaders";
            case "cxf" ->
                "cxfConfigurer=#" + card.id() + CxfClient.SUFFIX
                        + "&loggingFeatureEnabled=false&synchronous=true&headerFilterStrategy=#outgoingSoapHeaders";
            case "out", "in" -> "direct:" + Platforms.route(card, name);
            case "timeout" -> Long.toString(millis(card.limits().timeout()));
            default ->
                card.settings().hasNonNull(name) ? card.settings().get(name).asText() : null;
        };
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }
}
