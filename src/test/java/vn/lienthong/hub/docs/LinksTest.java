package vn.lienthong.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) {
        assertThat(page.links()).allSatisfy(link -> {
            var target = page.resolve(link);
            assertThat(target).exists();
            if (link.contains("#") && target.toString().endsWith(".md")) {
                assertThat(new Page(target).anchors()).contains(link.substring(link.indexOf('#') + 1));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPageIsReachedFromTheIndex(Page page) {
        if (page.file().startsWith("docs") && !page.file().endsWith("docs/README.md")) {
            var index = Page.of("docs/README.md");
            assertThat(index.links()).anyMatch(link -> same(index, link, page));
        }
    }

    private static boolean same(Page index, String link, Page page) {
        var target = index.resolve(link);
        return Files.exists(target) && target.equals(page.file());
    }
}
