package vn.lienthong.hub.connector;

import com.networknt.schema.SpecVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.YamlFile;
import vn.lienthong.hub.catalog.YamlSchema;
import vn.lienthong.hub.live.Tree;

/** What may stand in a route file, without running it: Camel's own language, and what the house adds to it. */
public final class RouteLanguage {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");

    private final CardPlaceholders placeholders;

    public RouteLanguage(Cards cards, Tree tree, Environment environment) {
        this.placeholders = new CardPlaceholders(cards, tree, environment);
    }

    /** Loaded when the first route is looked at: it is large. */
    private static final class Dsl {
        static final YamlSchema SCHEMA = YamlSchema.of("/schema/camelYamlDsl.json", SpecVersion.VersionFlag.V4);
    }

    /** Notes every way in which a file is not of Camel's language; whether it is. */
    public boolean holds(YamlFile file, Mistakes mistakes) {
        return Dsl.SCHEMA.holds(file, mistakes);
    }

    /** The names between double braces that nothing gives a value. */
    public Set<String> undefined(String text) {
        var undefined = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            if (value(name).isEmpty()) {
                undefined.add(name);
            }
        });
        return undefined;
    }

    /** The text with the values of its placeholders; those without one stay. */
    public String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1)).orElse(found.group())));
    }

    /** What stands before a colon takes precedence over what stands behind it, as Camel has it. */
    private Optional<String> value(String name) {
        var colon = name.indexOf(':');
        var known = Optional.ofNullable(placeholders.getProperty(colon < 0 ? name : name.substring(0, colon)));
        return colon < 0 ? known : Optional.of(known.orElse(name.substring(colon + 1)));
    }

    /** What may stand after {@code as=} and {@code of=} of a mapping. */
    public static Set<String> words(String option) {
        var words = new TreeSet<String>();
        for (var word : option.equals("as") ? MapAs.values() : MapOf.values()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
