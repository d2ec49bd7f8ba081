package vn.lienthong.hub.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a JSLT file may use beside the functions that all have.
 *
 * @param variables the names that may stand after {@code $}; one that is not given is null
 * @param functions further functions
 * @param keepsEmpty whether {@code {}} and {@code []} stay in an object; JSLT itself drops them, as it drops nulls
 * @param quotes whether an error may quote the content that it is about
 */
public record Dialect(
        Set<String> variables, Collection<MappingFunction> functions, boolean keepsEmpty, boolean quotes) {
    /** What the mappings of a system may use. */
    public static final Dialect MAPPING = new Dialect(
            Set.of("message", "papers", "settings", "credentials", "url", "session", "token", "http", "headers", "now"),
            List.of(),
            false,
            false);
    /** The same over golden examples, whose content is nobody's. */
    static final Dialect EXAMPLES = new Dialect(MAPPING.variables, MAPPING.functions, false, true);
}
