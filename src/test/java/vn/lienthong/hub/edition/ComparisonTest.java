package vn.lienthong.hub.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.live.Tree;

class ComparisonTest {
    private static final EditionFiles SHOP = EditionFiles.of(Tree.in(Path.of("src/test/resources/packs/shop")));
    private static final String CARD = "integration/shop/system.yaml";
    private static final String ROUTES = "routes/shop.camel.yaml";

    private final Map<String, byte[]> files = new TreeMap<>(SHOP.byPath());

    private void edit(String path, UnaryOperator<String> edit) {
        files.put(path, edit.apply(new String(files.get(path), UTF_8)).getBytes(UTF_8));
    }

    private Comparison compared() {
        return Comparison.inFull(SHOP, EditionFiles.unzip(new ByteArrayInputStream(Zips.of(files))));
    }

    private String diff(String path) {
        return compared().files().stream()
                .filter(change -> change.path().equals(path))
                .map(Change::diff)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhichFilesDifferAndWhichKeysOfACard() {
        edit(
                CARD,
                card -> card.replace("timeout: 20s", "timeout: 30s")
                        + "credentials: {key: secret, other: \"${OTHER}\"}\n");
        files.remove("mappings/shop/reply.jslt");

        var changes = compared();

        assertThat(changes.files()).extracting(Change::path).containsExactly(CARD, "mappings/shop/reply.jslt");
        assertThat(changes.files()).extracting(Change::is).containsExactly("changed", "removed");
        assertThat(changes.cards())
                .containsExactly(
                        new KeyChange("shop", "/credentials/key", null, "***"),
                        new KeyChange("shop", "/credentials/other", null, "${OTHER}"),
                        new KeyChange("shop", "/limits/timeout", "20s", "30s"));
        assertThat(changes.concerns()).containsExactly("shop");
    }

    @Test
    void showsTheLinesThatDifferWithThoseAround() {
        edit("mappings/shop/ask.request.jslt", mapping -> mapping.replace("one", "two"));

        assertThat(diff("mappings/shop/ask.request.jslt")).isEqualTo("""
                --- mappings/shop/ask.request.jslt
                +++ mappings/shop/ask.request.jslt
                @@ -1,1 +1,1 @@
                -{"item": $message.item, "version": "one"}
                +{"item": $message.item, "version": "two"}""");
    }

    @Test
    void showsANewFileWholeAndNothingOfOneThatIsGone() {
        files.put("mappings/shop/kind.csv", "code,value\nbirth,KS\n".getBytes(UTF_8));
        files.remove("mappings/shop/reply.jslt");

        assertThat(diff("mappings/shop/kind.csv")).contains("+code,value\n+birth,KS");
        assertThat(compared().files())
                .filteredOn(change -> change.is().equals("removed"))
                .extracting(Change::diff)
                .containsOnlyNulls();
    }

    @Test
    void blotsSecretsOut() {
        edit(CARD, card -> card + "credentials: {key: hunter2, other: \"${OTHER}\"}\n# once hunter2\n");
        edit(ROUTES, routes -> routes + "# password: Tr0ub4dor-and-3\n");
        files.put(
                "integration/shop/notes.txt",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END PRIVATE KEY-----\n".getBytes(UTF_8));

        assertThat(diff(CARD)).contains("key: ***", "${OTHER}", "# once ***").doesNotContain("hunter2");
        assertThat(diff(ROUTES)).doesNotContain("Tr0ub4dor");
        assertThat(diff("integration/shop/notes.txt")).doesNotContain("MC4CAQ");
    }

    @Test
    void showsNothingOfACardThatCannotBeRead() {
        edit(CARD, card -> card + "credentials: {key: hunter2, [\n");

        assertThat(diff(CARD)).doesNotContain("hunter2");
        assertThat(compared().effects()).isEmpty();
    }

    @Test
    void isAsShortAsAPersonReads() {
        files.put("mappings/shop/long.csv", lines(1_500).getBytes(UTF_8));
        files.put("mappings/shop/longer.csv", lines(6_000).getBytes(UTF_8));
        files.put("mappings/shop/wide.csv", "x".repeat(100_000).getBytes(UTF_8));
        IntStream.range(0, 20)
                .forEach(n ->
                        files.put("mappings/shop/more" + n + ".csv", lines(300).getBytes(UTF_8)));

        assertThat(diff("mappings/shop/long.csv").lines()).hasSize(201).endsWith("… 1,303 more lines");
        assertThat(diff("mappings/shop/longer.csv")).isEqualTo("6,000 lines, 0 before: too many to compare here");
        assertThat(diff("mappings/shop/wide.csv")).hasSizeLessThan(1_000);
        assertThat(compared().files().stream().flatMap(change -> change.diff().lines()))
                .hasSizeLessThan(2_100);
    }

    private static String lines(int number) {
        return IntStream.range(0, number).mapToObj(n -> n + ",x").collect(Collectors.joining("\n"));
    }

    @Test
    void saysWhatAChangedCardMeans() {
        edit(
                CARD,
                card -> card.replace(
                                "entries: [registered], operation: sync",
                                "entries: [registered, step], operation: sync")
                        .replace("answers: {price: ask}\n", "answers: {stock: ask}\n")
                        .replace("wait: 10s", "wait: 9s")
                        .replace("outcomes:\n", "outcomes:\n  - {http: [409], is: refused}\n"));
        edit(ROUTES, routes -> routes.replace("shop.ask", "shop.stock"));

        assertThat(compared().effects())
                .containsExactly(
                        new Effect("shop", "removed", "operation sync for registered", "thao tác sync cho registered"),
                        new Effect("shop", "removed", "question price", "câu hỏi price"),
                        new Effect(
                                "shop",
                                "added",
                                "operation sync for registered, step",
                                "thao tác sync cho registered, step"),
                        new Effect(
                                "shop",
                                "added",
                                "outcome rule {\"http\":[409],\"is\":\"refused\"}",
                                "quy tắc kết quả {\"http\":[409],\"is\":\"refused\"}"),
                        new Effect("shop", "added", "question stock", "câu hỏi stock"),
                        new Effect("shop", "changed", "the breaker begins anew", "cầu dao bắt đầu lại"),
                        new Effect("shop", "removed", "route shop.ask", "tuyến shop.ask"),
                        new Effect("shop", "added", "route shop.stock", "tuyến shop.stock"));
    }

    @Test
    void saysThatRulesStandInAnotherOrder() {
        edit(CARD, card -> card + "  - {http: [409], is: refused}\n");
        var before = EditionFiles.unzip(new ByteArrayInputStream(Zips.of(files)));
        edit(
                CARD,
                card -> card.replace("  - {http: [409], is: refused}\n", "")
                        .replace("outcomes:\n", "outcomes:\n  - {http: [409], is: refused}\n"));
        var after = EditionFiles.unzip(new ByteArrayInputStream(Zips.of(files)));

        assertThat(Comparison.inFull(before, after).effects())
                .containsExactly(
                        new Effect("shop", "changed", "order of the outcome rules", "thứ tự các quy tắc kết quả"));
    }

    @Test
    void saysThatASystemComesOrGoes() {
        files.remove(CARD);

        assertThat(compared().effects()).containsExactly(new Effect("shop", "removed", "system", "hệ thống"));
    }
}
