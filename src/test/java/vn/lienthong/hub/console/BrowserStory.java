package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.local.LocalPerson;

/**
 * Somebody at the desk with a real browser; one browser for all stories. With {@code -Ddesk.pictures} what they see is
 * also painted into {@code docs/pictures/}.
 */
abstract class BrowserStory extends HubStory {
    private static final Path PICTURES = Path.of("docs/pictures");
    private static final boolean PAINTED = System.getProperty("desk.pictures") != null;

    private final List<String> complaints = new ArrayList<>();
    private final List<Page> opened = new ArrayList<>();

    /** Started when the first story wants it, ended with the JVM. */
    private static final class Chromium {
        static final Browser BROWSER = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setArgs(List.of("--no-sandbox")));

        private static Path installed() {
            return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                    .map(Path::of)
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Chromium; .ci/run installs it"));
        }
    }

    @AfterEach
    void nothingWasForbiddenOrBroken() {
        opened.forEach(page -> page.context().close());
        assertThat(complaints).isEmpty();
    }

    protected Page signedIn(LocalPerson person) {
        return signedIn(person, 1280, ColorScheme.LIGHT);
    }

    protected Page signedIn(LocalPerson person, int width, ColorScheme light) {
        var page = stranger(width, light);
        page.navigate(hub() + "/console");
        page.fill("[name=username]", person.id());
        page.fill("[name=password]", person.password());
        page.click("button[type=submit]");
        page.waitForURL(hub() + "/console");
        return page;
    }

    protected Page stranger(int width, ColorScheme light) {
        var page = Chromium.BROWSER
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(light)
                        .setLocale("vi-VN"))
                .newPage();
        opened.add(page);
        page.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy")) {
                complaints.add(said.text());
            }
        });
        page.onPageError(complaints::add);
        page.setDefaultTimeout(PATIENCE.toMillis() / 4);
        return page;
    }

    /** Nobody is kept out by how it looks, and no page is wider than its window. */
    protected static void assertAccessible(Page page) {
        var serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(serious).as(page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("no page is wider than its window: " + page.url())
                .isEqualTo(true);
    }

    protected static void paint(Page page, String name) {
        if (PAINTED) {
            page.waitForTimeout(300);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }
}
