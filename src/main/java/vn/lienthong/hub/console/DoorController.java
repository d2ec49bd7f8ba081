package vn.lienthong.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.lienthong.hub.security.DeskConfiguration;

/** What a stranger gets: why they may not come in, that they have left, and the files that those pages need. */
@Controller
final class DoorController {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;
    private final ConsoleErrors errors;

    DoorController(Assets assets, ConsoleErrors errors) {
        this.assets = assets;
        this.errors = errors;
    }

    @GetMapping(Assets.PATH + "/{tag}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String tag, @PathVariable String name) {
        return assets.find(tag, name)
                .map(asset -> ResponseEntity.ok()
                        .cacheControl(FOR_GOOD)
                        .contentType(MediaType.parseMediaType(asset.type()))
                        .body(asset.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @RequestMapping(DeskConfiguration.REFUSED)
    ModelAndView refused(HttpServletRequest request, Locale locale) {
        return errors.ofDoor(request, locale);
    }

    @GetMapping(DeskConfiguration.SIGNED_OUT)
    String signedOut() {
        return "signed-out";
    }
}
