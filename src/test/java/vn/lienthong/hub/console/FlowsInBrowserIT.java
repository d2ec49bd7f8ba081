package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.local.LocalPerson;

/** What people do at the desk beside reconciling: repair many, see to an incident, take reports along, come and go. */
class FlowsInBrowserIT extends BrowserStory {
    private static final String WHOLE = "?from=2025-07-01&to=2025-09-30&by=unit";

    private void refused() {
        PORTAL.fault("refuse-all");
        register(code);
        awaitAtPortal(code, "REFUSED");
        PORTAL.calm();
    }

    private void plan(Page page, String reason) {
        page.navigate(hub() + "/console/repairs/new?system=public-service-portal");
        page.fill("#reason", reason);
        // Enter twice, as somebody impatient does
        page.evaluate("() => { const form = document.querySelector('main form');"
                + " form.requestSubmit(); form.requestSubmit(); }");
        page.waitForSelector("text=Chưa chạy");
    }

    @Test
    void repairsManyByAPlanThatIsTriedPausedAndReported() {
        // what other stories left would be in the plan
        jdbc.sql("update delivery set state = 'SKIPPED' where state in ('REFUSED', 'PARKED')")
                .update();
        refused();
        var reason = "cổng đã sống lại " + UUID.randomUUID();
        var page = signedIn(LocalPerson.OPS);
        plan(page, reason);
        assertThat(jdbc.sql("select count(*) from repair where reason = ?")
                        .param(reason)
                        .query(Long.class)
                        .single())
                .as("Enter pressed twice acts once")
                .isEqualTo(1);
        assertAccessible(page);
        paint(page, "ke-hoach-1");

        page.fill("#canary", "1");
        page.fill("#rate", "60000");
        page.check("[name=paused]");
        page.click("button:text-is('Chạy')");
        page.waitForSelector("#job >> text=Tạm dừng");
        page.click("#job >> text=Chạy tiếp");
        page.waitForSelector("#job strong:has-text('Xong')");
        paint(page, "ke-hoach-2");
        awaitAtPortal(code, "DELIVERED");
        var report = page.waitForDownload(() -> page.click("text=XLSX"));
        assertThat(report.suggestedFilename()).endsWith(".xlsx");
    }

    @Test
    void cancelsAPlanOfWhichNothingIsSent() {
        refused();
        var page = signedIn(LocalPerson.OPS);
        plan(page, "lập nhầm");
        page.click("#job >> text=Hủy");

        page.waitForSelector("#job >> text=Đã hủy");
        assertThat(atPortal(code)).containsExactly("REFUSED");
    }

    @Test
    void takesAnIncidentAndClosesIt() {
        var system = "system-" + UUID.randomUUID();
        jdbc.sql("""
                insert into incident (id, key, kind, system, state, came_back, failures, most, dossiers, opened_at, seen_at)
                values (?, ?, 'BREAKER', ?, 'OPEN', false, 12, 12, 7, now(), now())""").params(UUID.randomUUID(), system, system).update();
        var page = signedIn(LocalPerson.OPS);
        page.navigate(hub() + "/console/incidents");
        var card = "article:has-text('" + system + "')";
        paint(page, "su-co");

        page.fill(card + " [name=note]", "đang gọi đơn vị chủ quản");
        page.click(card + " >> text=Nhận việc");
        page.waitForSelector(card + " >> text=đang gọi đơn vị chủ quản");
        assertThat(page.locator(card + " .pill").innerText()).isEqualTo("Đã nhận");
        page.fill(card + " [name=note]", "đã thông");
        page.click(card + " >> text=Đã xong");
        page.waitForSelector("#incidents");
        assertThat(page.locator(card).count()).isZero();
    }

    @Test
    void triesAnAlert() {
        var page = signedIn(LocalPerson.OPS);
        page.navigate(hub() + "/console/alerts");
        page.click("tr:has-text('lanh-dao') button");

        page.waitForSelector("[role=status]:has-text('lanh-dao')");
    }

    @Test
    void drawsReportsAndGivesThemAsFiles() {
        register(code);
        var page = signedIn(LocalPerson.AUDITOR);
        page.navigate(hub() + "/console/reports" + WHOLE + "&system=e-certification");
        assertThat(page.locator(".bars dt").allInnerTexts()).contains("Tổng số");
        assertAccessible(page);
        paint(page, "bao-cao");

        for (var format : new String[] {"CSV", "XLSX"}) {
            var file = page.waitForDownload(() -> page.click("a:has-text('" + format + "')"));
            assertThat(file.suggestedFilename()).startsWith("ty-le-dung-han-").endsWith(format.toLowerCase());
        }
    }

    @Test
    void narrowsFiguresToOneUnit() {
        register(code);
        var page = signedIn(LocalPerson.OPS);
        page.navigate(hub() + "/console/reports" + WHOLE);
        page.fill("#p-unit", "31/11086");
        page.click("form:has(#p-unit) button");

        assertThat(page.locator("section table tbody tr td:first-child").allInnerTexts())
                .containsExactly("total", "31/11086");
        assertThat(page.navigate(hub() + "/console/reports" + WHOLE + "&unit=x").status())
                .isEqualTo(400);
    }

    @Test
    void showsACommuneItsOwnFiguresOnly() {
        register(code);
        var page = signedIn(LocalPerson.DAI_SON);
        page.navigate(hub() + "/console/reports" + WHOLE);

        assertThat(page.locator("section table tbody tr td:first-child").allInnerTexts())
                .containsExactly("total", "31/11086");
        assertThat(page.navigate(hub() + "/console/reports" + WHOLE + "&unit=31/11087")
                        .status())
                .isEqualTo(403);
        page.navigate(hub() + "/console");
        assertThat(page.locator("nav a[href='/console/reconciliation']").count())
                .isZero();
        assertThat(page.locator("text=Xem và sửa").count())
                .as("what is compared is of every unit")
                .isZero();
    }
}
