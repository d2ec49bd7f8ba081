package vn.lienthong.hub.console;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.hub.delivery.Systems;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;

/** The first page: how every system does. */
@Controller
class OverviewController {
    private final Systems systems;

    OverviewController(Systems systems) {
        this.systems = systems;
    }

    @GetMapping(DeskConfiguration.DESK)
    String overview(Model model) {
        model.addAttribute("systems", systems.all());
        return "overview";
    }

    @Bean
    static Door overviewDoor() {
        return new Door(Right.of(HttpMethod.GET, DeskConfiguration.DESK, ConsoleConfiguration.PEOPLE));
    }

    @Bean
    static NavEntry overviewEntry() {
        return new NavEntry("overview", DeskConfiguration.DESK, 10, ConsoleConfiguration.PEOPLE);
    }
}
