package vn.lienthong.hub.edition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Breaks sound files at random, each time in a way that must be found. */
final class Breaking {
    private final SortedMap<String, byte[]> sound;
    private final Random random;

    Breaking(EditionFiles sound, long seed) {
        this.sound = sound.byPath();
        this.random = new Random(seed);
    }

    private static final String CARD = "integration/shop/system.yaml";
    private static final String ROUTES = "routes/shop.camel.yaml";
    private static final String ASKING = "mappings/shop/ask.request.jslt";

    /** @param file where the mistake must be told */
    record Broken(String how, String file, SortedMap<String, byte[]> files) {}

    /** The ways, so that each has its turn. */
    static final int WAYS = 13;

    Broken next(int n) {
        return switch (n % WAYS) {
            case 0 -> cut("truncated card", CARD, "\n  - {broken: [");
            case 1 -> cut("truncated routes", ROUTES, "\n  - {broken: [");
            case 2 -> replaced("unknown component", ROUTES, any("{{shop.url}}/sync", "{{shop.url}}/price"), "nosuch:x");
            case 3 ->
                replaced("unknown mapping", ROUTES, any("map:shop/reply", "map:shop/ask.request"), "map:shop/absent");
            case 4 -> added("duplicate route id", ROUTES, """

                    - route:
                        id: shop.ask
                        description: once more
                        from: {uri: direct:shop.again, steps: [{to: map:shop/reply}]}
                    """);
            case 5 -> added("wrong key", CARD, "colour" + random.nextInt(1000) + ": blue\n");
            case 6 -> replaced("wrong value", CARD, any("timeout: 20s", "concurrency: 50"), "timeout: [soon]");
            case 7 -> cut("half-written mapping", ASKING, "{\"x\": ");
            case 8 -> cut("half-written procedures", "mappings/catalogue/procedures.yaml", "\n  - {broken: [");
            case 9 -> cut("half-written schema", "integration/shop/contract/questions/price.answer.schema.json", "{");
            case 10 -> cut("half-written calendar", "mappings/catalogue/calendar/2025.yaml", "\n  - {broken: [");
            case 11 ->
                added("two meanings on one day", "mappings/catalogue/lists/agencies.csv", "G01,x.G01,Hai nghĩa,,\n");
            default -> misread(replaced("example fails", ASKING, "\"one\"", "\"" + random.nextInt(1000) + "\""));
        };
    }

    /** A mapping that works, but not as its example says: the example tells. */
    private static Broken misread(Broken mapping) {
        return new Broken(mapping.how, "integration/shop/examples/ask.request/tea.out.json", mapping.files);
    }

    private String any(String... texts) {
        return List.of(texts).get(random.nextInt(texts.length));
    }

    /** Breaks off anywhere, so that what is left cannot be a whole. */
    private Broken cut(String how, String path, String end) {
        var text = text(path);
        return with(how, path, text.substring(0, random.nextInt(text.length())) + end);
    }

    private Broken replaced(String how, String path, String old, String fresh) {
        return with(how, path, text(path).replace(old, fresh));
    }

    private Broken added(String how, String path, String more) {
        return with(how, path, text(path) + more);
    }

    private String text(String path) {
        return new String(sound.get(path), StandardCharsets.UTF_8);
    }

    private Broken with(String how, String path, String text) {
        var files = new TreeMap<>(sound);
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return new Broken(how, path, files);
    }
}
