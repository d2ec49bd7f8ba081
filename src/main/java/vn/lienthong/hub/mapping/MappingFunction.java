package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;

/** A function that mappings can call by name. */
public final class MappingFunction implements Function {
    private final String name;
    private final int least;
    private final int most;
    private final Body body;

    public MappingFunction(String name, int least, int most, Body body) {
        this.name = name;
        this.least = least;
        this.most = most;
        this.body = body;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getMinArguments() {
        return least;
    }

    @Override
    public int getMaxArguments() {
        return most;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        return body.call(arguments);
    }

    /** What the function does with its arguments. */
    @FunctionalInterface
    public interface Body {
        JsonNode call(JsonNode[] arguments);
    }
}
