package vn.lienthong.hub.facade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.contract.Contract;

/** The contract and the pages that explain it. */
@RestController
final class DocsController {
    static final String DOCS = "/docs";

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Tagged contract = Tagged.of(bytes(Contract.LOCATION));
    private final Tagged index = Tagged.of(bytes("/api-docs/index.html"));
    private final Tagged problems = Tagged.of(ProblemPage.html().getBytes(StandardCharsets.UTF_8));

    private static byte[] bytes(String location) {
        try {
            return new ClassPathResource(location).getContentAsByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @GetMapping(Contract.LOCATION)
    ResponseEntity<byte[]> contract() {
        return page(contract, YAML);
    }

    @GetMapping(DOCS)
    ResponseEntity<byte[]> index() {
        return page(index, HTML);
    }

    @GetMapping(DOCS + "/problems")
    ResponseEntity<byte[]> problems() {
        return page(problems, HTML);
    }

    /** Spring answers 304 by the tag. */
    private static ResponseEntity<byte[]> page(Tagged page, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(page.tag())
                .contentType(type)
                .body(page.body());
    }
}
