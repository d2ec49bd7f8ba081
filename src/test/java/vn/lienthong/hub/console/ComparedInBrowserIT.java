package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.Samples.registration;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.Samples;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.local.LocalPerson;

/**
 * A system has restarted the clocks of some dossiers. Somebody who has never seen the desk finds them from its first page,
 * reads why, has them set right, sees that they are, and takes the evidence along.
 */
class ComparedInBrowserIT extends BrowserStory {
    /** Of a quarter in which no other story has dossiers. */
    private static final List<String> CODES = IntStream.rangeClosed(1, 4)
            .mapToObj("H24.129-251105-%04d"::formatted)
            .toList();

    private Page page;
    /** In the order of the page, which is that in which they were found. */
    private List<String> shown = List.of();

    private void restartTheClocks() {
        CERTIFICATION.fault("restamp", Map.of("dossiers", CODES, "clock", "now"));
        for (var one : CODES) {
            report(one, EntryKind.REGISTERED, registration(one).put("receivedAt", "2025-11-05T09:15:00+07:00"));
            report(
                    one,
                    EntryKind.RESULT_SIGNED,
                    Samples.event("result-signed", "14:00:00").put("occurredAt", "2025-11-05T14:00:00+07:00"));
        }
        CODES.forEach(one -> awaitAtCertification(one, "DELIVERED", "DELIVERED"));
        CERTIFICATION.calm();
    }

    private Locator notice(String words) {
        return page.locator(".notice", new Page.LocatorOptions().setHasText(words));
    }

    private Locator row(String dossier) {
        return page.locator("tr[data-row]", new Page.LocatorOptions().setHasText(dossier));
    }

    private void awaitInRow(String dossier, String words) {
        row(dossier).getByText(words).waitFor();
    }

    private void compare() {
        page.selectOption("#r-system", "e-certification");
        page.fill("#r-from", "2025-11-01");
        page.fill("#r-to", "2025-11-30");
        page.click("form:has(#r-system) button");
        page.waitForSelector("text=Sửa cả 4 hồ sơ");
        shown = page.locator("tr[data-row] a.code").allInnerTexts();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(CODES);
    }

    @Test
    void findsTheRestartedClocksUnderstandsThemAndSetsThemRight() {
        restartTheClocks();
        page = signedIn(LocalPerson.OPS);

        assertThat(notice("bị Hệ thống chứng thực điện tử tính lại giờ tiếp nhận")
                        .count())
                .isEqualTo(1);
        paint(page, "doi-soat-1-ca-truc");
        page.click("text=Xem và sửa");
        assertThat(page.locator("main").innerText()).contains("lấy lúc nhận tin làm giờ tiếp nhận", "– 31/12/2025");
        paint(page, "doi-soat-2-cho-xu-ly");
        compare();
        assertAccessible(page);
        assertThat(row(CODES.getFirst()).innerText()).contains("05/11/2025 09:15", "Giờ tiếp nhận", "chắc chắn");
        paint(page, "doi-soat-3-vi-sao");

        decideByKeyboard();
        setTheRestRightInOneGo();
        var evidence = page.waitForDownload(() -> page.click("text=Tải chứng cứ các hồ sơ lệch"));
        assertThat(evidence.suggestedFilename()).endsWith(".zip");
        compareAgain();
    }

    private void decideByKeyboard() {
        page.keyboard().press("j");
        page.keyboard().press("n");
        page.keyboard().type("đã thống nhất");
        page.keyboard().press("Enter");
        page.keyboard().press("r");
        awaitInRow(shown.getFirst(), "Đã bác");
        assertThat(row(shown.getFirst()).innerText()).contains("person:ops: đã thống nhất");
        assertThat(page.locator("tr.at").innerText()).as("the next is at hand").contains(shown.get(1));

        page.keyboard().press("a");
        awaitInRow(shown.get(1), "Đã đúng");
        var evidence = page.waitForDownload(() -> page.keyboard().press("e"));
        assertThat(evidence.suggestedFilename()).endsWith(".zip");
    }

    private void setTheRestRightInOneGo() {
        page.reload();
        page.click("text=Sửa cả 2 hồ sơ");
        page.waitForSelector("text=So lại cùng kỳ");
        shown.subList(1, 4).forEach(one -> awaitInRow(one, "Đã đúng"));
        paint(page, "doi-soat-4-da-sua");
    }

    private void compareAgain() {
        page.click("text=So lại cùng kỳ");
        page.waitForSelector("text=đã có người quyết định từ trước");
        assertThat(jdbc.sql(
                                "select distinct state from discrepancy where dossier in (?, ?, ?) and system = 'e-certification'")
                        .params(shown.subList(1, 4))
                        .query(String.class)
                        .list())
                .containsExactly("CLOSED");
        paint(page, "doi-soat-5-so-lai");
    }
}
