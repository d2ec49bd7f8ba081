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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.local.LocalPerson;

/**
 * The desk in a real browser. With {@code -Ddesk.pictures} every page is also painted into {@code docs/pictures/}, with
 * the made-up dossiers of this story.
 */
class BrowserIT extends HubStory {
    private static final Path PICTURES = Path.of("docs/pictures");
    private static final int FIRST_VIEW = 150_000;
    private static final Map<String, String> PAGES = Map.of(
            "ca-truc", "/console",
            "viec-can-lam", "/console/work",
            "nguyen-nhan", "/console/causes",
            "doi-soat", "/console/reconciliation",
            "bao-cao", "/console/reports",
            "he-thong", "/console/systems");

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox")));
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium; .ci/run installs it"));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void signIn() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
        page = visit(1280, ColorScheme.LIGHT);
    }

    private Page visit(int width, ColorScheme light) {
        return visit(width, light, LocalPerson.OPS);
    }

    private Page visit(int width, ColorScheme light, LocalPerson person) {
        var opened = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(light)
                        .setLocale("vi-VN"))
                .newPage();
        opened.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy")) {
                complaints.add(said.text());
            }
        });
        opened.onPageError(complaints::add);
        opened.navigate(hub() + "/console");
        opened.fill("[name=username]", person.id());
        opened.fill("[name=password]", person.password());
        opened.click("button[type=submit]");
        opened.waitForURL(hub() + "/console");
        return opened;
    }

    @Test
    void isAccessibleOnEveryPageInLightAndDark() {
        var dark = visit(390, ColorScheme.DARK);
        for (var one : addresses()) {
            for (var shown : List.of(page, dark)) {
                shown.navigate(hub() + one);
                var serious = new AxeBuilder(shown)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().getFirst().getHtml())
                                .toList();
                assertThat(serious).as(one).isEmpty();
                assertThat(shown.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("no page is wider than its window: " + one)
                        .isEqualTo(true);
            }
        }
        assertThat(complaints).isEmpty();
    }

    private List<String> addresses() {
        return Stream.concat(
                        PAGES.values().stream(),
                        Stream.of(
                                "/console/dossiers/" + code,
                                "/console/systems/public-service-portal",
                                "/console/work?group=dossiers",
                                delivery(),
                                delivery() + "/edit"))
                .toList();
    }

    @Test
    void isWorkedByKeyboard() {
        page.keyboard().press("Control+k");
        assertThat(page.locator("#jump").isVisible()).isTrue();
        page.keyboard().type(code);
        page.keyboard().press("Enter");
        page.waitForURL(hub() + "/console/dossiers/" + code);

        page.navigate(hub() + "/console/work");
        page.keyboard().press("j");
        assertThat(page.locator("tr.at").count()).isEqualTo(1);
        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
        page.keyboard().press("Escape");
        page.keyboard().press("Enter");
        page.waitForURL("**/console/dossiers/**");
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsNewsWithoutBeingReloaded() {
        var failing = page.locator("#system-public-service-portal .n").nth(1);
        var before = failing.innerText();

        var another = vn.lienthong.hub.Samples.code();
        register(another);
        awaitAtPortal(another, "REFUSED");

        page.waitForFunction(
                "before => document.querySelectorAll('#system-public-service-portal .n')[1].innerText !== before",
                before);
        assertThat(complaints).isEmpty();
    }

    @Test
    void testsAConnectionWhereItStands() {
        page.navigate(hub() + "/console/systems/public-service-portal");
        page.keyboard().press("t");

        page.waitForSelector("#tested .notice");
        assertThat(page.url()).endsWith("/console/systems/public-service-portal");
        assertThat(complaints).isEmpty();
    }

    private String delivery() {
        return "/console/dossiers/" + code + "/deliveries/"
                + jdbc.sql("select id from delivery where dossier = ? and system = 'public-service-portal'")
                        .param(code)
                        .query(Long.class)
                        .single();
    }

    @Test
    void rehearsesAnOperationWhereItStands() {
        page.navigate(hub() + "/console/systems/public-service-portal");
        page.locator("button[name=operation][value=register]").press("Enter");

        page.waitForSelector(".notice.green + pre");
        assertThat(page.url()).endsWith("/console/systems/public-service-portal");
        assertThat(complaints).isEmpty();
    }

    @Test
    void editsADeliveryAndSendsItWithASecondPersonByKeyboard() {
        page.navigate(hub() + delivery());
        page.keyboard().press("e");
        page.waitForURL("**/edit");
        page.locator("input[name='value:/dossier/summary']").focus();
        page.keyboard().type("Chứng thực bản sao");
        page.locator("#reason").focus();
        page.keyboard().type("Cổng không nhận lời cũ");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/console/edits/**");
        assertThat(page.locator("#approved").count())
                .as("nobody approves their own")
                .isZero();

        PORTAL.calm();
        var second = visit(390, ColorScheme.DARK, LocalPerson.OPS_2);
        second.navigate(page.url());
        second.keyboard().press("a");
        second.keyboard().press("Tab");
        second.keyboard().type("Đúng như giấy tờ");
        second.keyboard().press("Enter");
        second.waitForSelector(".pill.green");

        awaitAtPortal(code, "DELIVERED");
        assertThat(complaints).isEmpty();
    }

    @Test
    void weighsLittleAtFirstSight() {
        var weight = new long[1];
        var fresh = browser.newContext().newPage();
        fresh.onRequestFinished(request -> weight[0] += request.sizes().responseBodySize);
        fresh.navigate(hub() + "/console");
        fresh.fill("[name=username]", LocalPerson.OPS.id());
        fresh.fill("[name=password]", LocalPerson.OPS.password());
        fresh.click("button[type=submit]");
        fresh.waitForURL(hub() + "/console");

        assertThat(weight[0]).isBetween(1_000L, (long) FIRST_VIEW);
    }

    @Test
    void paintsItsPagesWhenAsked() {
        if (System.getProperty("desk.pictures") == null) {
            return;
        }
        var pages = new java.util.TreeMap<>(PAGES);
        pages.put("ho-so", "/console/dossiers/" + code);
        pages.forEach((name, address) -> {
            page.navigate(hub() + address);
            page.waitForTimeout(500);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        });
    }
}
