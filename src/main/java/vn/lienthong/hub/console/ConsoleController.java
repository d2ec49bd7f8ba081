package vn.lienthong.hub.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells ops staff, in Vietnamese, where to see today what the desk will show. */
@RestController
final class ConsoleController {
    static final String CONSOLE = "/console";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final byte[] page;

    ConsoleController() {
        try {
            page = new ClassPathResource("/console/index.html").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(CONSOLE)
    ResponseEntity<byte[]> page() {
        return ResponseEntity.ok().contentType(HTML).body(page);
    }
}
