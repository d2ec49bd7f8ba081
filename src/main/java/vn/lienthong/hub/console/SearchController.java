package vn.lienthong.hub.console;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.hub.desk.Citizens;
import vn.lienthong.hub.ledger.DossierCode;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;

/**
 * Leads from whatever somebody typed to where it is: a dossier by its code, the dossiers of a citizen by the number, else
 * what fails by such words. Posted, so that no number stands in an address; a citizen is there as a token.
 */
@Controller
class SearchController {
    private static final String JUMP = DeskConfiguration.DESK + "/jump";
    private static final Pattern ID = Pattern.compile("\\d{9,}");

    private final Citizens citizens;

    SearchController(Citizens citizens) {
        this.citizens = citizens;
    }

    @PostMapping(JUMP)
    String jump(@Asking Caller caller, @RequestParam(defaultValue = "") String to) {
        var wanted = to.strip();
        if (isDossier(wanted)) {
            return "redirect:" + DossierController.DOSSIERS + "/" + wanted;
        }
        var token = citizens.token(wanted);
        if (token.isPresent() && citizens.maySearch(caller)) {
            return work(Map.of("group", new String[] {"dossiers"}, "citizen", new String[] {token.get()}));
        }
        return ID.matcher(wanted).find() || token.isPresent()
                ? "redirect:" + WorkController.WORK
                : work(Map.of("q", new String[] {wanted}));
    }

    static boolean isDossier(@Nullable String text) {
        return text != null && DossierCode.parse(text).isPresent();
    }

    private static String work(Map<String, String[]> question) {
        return "redirect:" + WorkQuestions.address(question);
    }

    @Bean
    static Door searchDoor() {
        return new Door(Right.of(HttpMethod.POST, JUMP, ConsoleConfiguration.PEOPLE));
    }
}
