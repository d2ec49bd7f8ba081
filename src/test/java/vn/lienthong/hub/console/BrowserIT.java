package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.local.LocalPerson;

/** What every page of the desk must be: accessible, worked by keyboard, alive, light. */
class BrowserIT extends BrowserStory {
    private static final int FIRST_VIEW = 150_000;
    private static final String WEIGHT =
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)";
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("ca-truc", "/console"),
            Map.entry("viec-can-lam", "/console/work"),
            Map.entry("nguyen-nhan", "/console/causes"),
            Map.entry("su-co", "/console/incidents"),
            Map.entry("doi-soat", "/console/reconciliation"),
            Map.entry("xu-ly", "/console/repairs"),
            Map.entry("lap-ke-hoach", "/console/repairs/new"),
            Map.entry("sua-va-gui", "/console/edits"),
            Map.entry("bao-cao", "/console/reports"),
            Map.entry("he-thong", "/console/systems"),
            Map.entry("mot-he-thong", "/console/systems/public-service-portal"),
            Map.entry("phien-ban", "/console/editions"),
            Map.entry("canh-bao", "/console/alerts"));
    /** Where something is done with them. */
    private static final Set<String> PAINTED_ELSEWHERE = Set.of("su-co", "doi-soat", "lap-ke-hoach", "bao-cao");

    private Page page;

    @BeforeEach
    void signIn() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
        page = signedIn(LocalPerson.OPS);
    }

    private Map<String, String> pages() {
        var pages = new TreeMap<>(PAGES);
        pages.put("ho-so", "/console/dossiers/" + code);
        pages.put("ho-so-gom", "/console/work?group=dossiers");
        pages.put("luot-gui", delivery());
        pages.put("sua-luot-gui", delivery() + "/edit");
        pages.put("gio-tiep-nhan", "/console/dossiers/" + code + "/reception");
        return pages;
    }

    @Test
    void isAccessibleOnEveryPageInLightAndDarkAtADeskAndOnAPhone() {
        var phone = signedIn(LocalPerson.OPS, 390, ColorScheme.DARK);
        pages().forEach((name, address) -> {
            assertThat(page.navigate(hub() + address).status()).as(address).isEqualTo(200);
            assertAccessible(page);
            if (!PAINTED_ELSEWHERE.contains(name)) {
                paint(page, name);
            }
            phone.navigate(hub() + address);
            assertAccessible(phone);
        });
        paint(phone, "dien-thoai");
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
    }

    @Test
    void showsWhereTheKeyboardIsAndLeadsPastTheFrame() {
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#main");
        for (var stop = 0; stop < 15; stop++) {
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("stop " + stop)
                    .isEqualTo("solid");
            page.keyboard().press("Tab");
        }
    }

    @Test
    void showsNewsWithoutBeingReloaded() {
        var failing = page.locator("#system-public-service-portal .n").nth(1);
        var before = failing.innerText();

        var another = Samples.code();
        register(another);
        awaitAtPortal(another, "REFUSED");

        page.waitForFunction(
                "before => document.querySelectorAll('#system-public-service-portal .n')[1].innerText !== before",
                before);
    }

    @Test
    void testsAConnectionWhereItStands() {
        page.navigate(hub() + "/console/systems/public-service-portal");
        page.keyboard().press("t");

        page.waitForSelector("#tested .notice");
        assertThat(page.url()).endsWith("/console/systems/public-service-portal");
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
        var second = signedIn(LocalPerson.OPS_2, 390, ColorScheme.DARK);
        second.navigate(page.url());
        second.keyboard().press("a");
        second.keyboard().press("Tab");
        second.keyboard().type("Đúng như giấy tờ");
        second.keyboard().press("Enter");
        second.waitForSelector(".pill.green");

        awaitAtPortal(code, "DELIVERED");
    }

    @Test
    void weighsLittleAtFirstSight() {
        var weight = new long[1];
        var fresh = stranger(1280, ColorScheme.LIGHT);
        fresh.onRequestFinished(request -> weight[0] += request.sizes().responseBodySize);
        fresh.navigate(hub() + "/console");
        fresh.fill("[name=username]", LocalPerson.OPS.id());
        fresh.fill("[name=password]", LocalPerson.OPS.password());
        fresh.click("button[type=submit]");
        fresh.waitForURL(hub() + "/console");
        assertThat(weight[0]).isBetween(1_000L, (long) FIRST_VIEW);

        pages().values().forEach(address -> {
            fresh.navigate(hub() + address);
            assertThat(((Number) fresh.evaluate(WEIGHT)).longValue())
                    .as(address)
                    .isBetween(1L, (long) FIRST_VIEW);
        });
    }
}
