package vn.lienthong.hub.console;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.lienthong.hub.desk.Shifts;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;

/** The first page: how every system does in this shift, told anew as soon as something changes. */
@Controller
class OverviewController {
    private static final String NEWS = DeskConfiguration.DESK + "/news";
    private static final String PART = DeskConfiguration.DESK + "/shift";

    private final Shifts shifts;
    private final WaitingList waiting;
    private final News news;

    OverviewController(Shifts shifts, WaitingList waiting, News news) {
        this.shifts = shifts;
        this.waiting = waiting;
        this.news = news;
    }

    @GetMapping(DeskConfiguration.DESK)
    String overview(@Asking Caller caller, Model model) {
        fill(caller, model);
        return "overview";
    }

    @GetMapping(PART)
    String part(@Asking Caller caller, Model model) {
        fill(caller, model);
        return "overview-parts :: shift";
    }

    private void fill(Caller caller, Model model) {
        model.addAttribute("shift", shifts.now(caller.scope()));
        model.addAttribute("waiting", waiting.notices(caller));
    }

    @GetMapping(path = NEWS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter news() {
        return news.listen();
    }

    @Bean
    static Door overviewDoor() {
        return new Door(
                Right.of(HttpMethod.GET, DeskConfiguration.DESK, ConsoleConfiguration.PEOPLE),
                Right.of(HttpMethod.GET, PART, ConsoleConfiguration.PEOPLE),
                Right.of(HttpMethod.GET, NEWS, ConsoleConfiguration.PEOPLE));
    }

    @Bean
    static NavEntry overviewEntry() {
        return new NavEntry("overview", DeskConfiguration.DESK, 10, ConsoleConfiguration.PEOPLE);
    }
}
