package vn.lienthong.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Person;

/** What the frame around every page shows: who is signed in, where they can go, in which language and light. */
@ControllerAdvice(basePackageClasses = Frame.class)
final class Frame {
    private static final List<String> THEMES = List.of("light", "dark");

    private final List<NavEntry> entries;
    private final Assets assets;
    private final Say say;

    Frame(List<NavEntry> entries, Assets assets, Say say) {
        this.assets = assets;
        this.say = say;
        this.entries =
                entries.stream().sorted(Comparator.comparing(NavEntry::place)).toList();
    }

    @ModelAttribute
    void frame(
            @AuthenticationPrincipal @Nullable Person person,
            @CookieValue(name = "hub-theme", required = false) @Nullable String theme,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        model.addAttribute("assets", assets);
        model.addAttribute("say", say);
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("theme", theme != null && THEMES.contains(theme) ? theme : null);
        model.addAttribute("otherLanguage", inOtherLanguage(locale));
        if (person != null) {
            var nav = entries.stream()
                    .filter(entry -> entry.isFor(person.caller()))
                    .toList();
            model.addAttribute("person", person.shownName());
            model.addAttribute("caller", person.caller());
            model.addAttribute("nav", nav);
            model.addAttribute("here", here(nav, request.getRequestURI()));
        }
    }

    private static String inOtherLanguage(Locale locale) {
        var other = locale.getLanguage().equals("vi") ? "en" : "vi";
        var here = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("lang", other)
                .build();
        return here.getPath() + "?" + here.getQuery();
    }

    /** The entry whose path is the longest beginning of the address. */
    private static @Nullable String here(List<NavEntry> nav, String address) {
        return nav.stream()
                .filter(entry -> address.equals(entry.path())
                        || (!entry.path().equals(DeskConfiguration.DESK) && address.startsWith(entry.path() + "/")))
                .max(Comparator.comparingInt(entry -> entry.path().length()))
                .map(NavEntry::id)
                .orElse(null);
    }
}
