package vn.lienthong.hub.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one JSLT file names of other files, told from its words.
 *
 * @param imports modules
 * @param looksUpByName whether it also asks lists whose name is known only when it runs
 */
public record Mentions(List<Lookup> lookups, List<String> imports, boolean looksUpByName) {
    /**
     * One call of {@code lookup} or {@code code-of}.
     *
     * @param code where it stands there as a text, and nothing is given for the case that it is missing
     */
    public record Lookup(String list, @Nullable String code, int line, int column) {}

    /** @throws MappingBroken when the text is not of the language */
    public static Mentions of(String file, String source) {
        var tokens = new Tokens(file, source);
        return new Mentions(tokens.lookups(), tokens.imports(), tokens.looksUpByName());
    }
}
