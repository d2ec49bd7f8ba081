package vn.lienthong.hub.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/**
 * One file of the contract of a system, as the live edition has it.
 *
 * @param version that the file itself tells
 * @param fingerprint by which its content is told from every other
 */
public record ContractFile(String name, @Nullable String version, String fingerprint) {
    private static final int BYTES = 4;
    /** Of OpenAPI, AsyncAPI, WSDL and XSD alike. */
    private static final Pattern VERSION =
            Pattern.compile("(?m)^  version: *['\"]?([^'\"\\s]+)|<(?:\\w+:)?schema[^>]*\\sversion=\"([^\"]+)\"");

    static List<ContractFile> of(Path pack) {
        var folder = pack.resolve("contract");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractFile read(Path folder, Path file) {
        try {
            var content = Files.readAllBytes(file);
            return new ContractFile(
                    folder.relativize(file).toString(),
                    version(new String(content, StandardCharsets.UTF_8)),
                    HexFormat.of().formatHex(Json.sha256(content), 0, BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String version(String text) {
        var found = VERSION.matcher(text);
        return found.find() ? found.group(1) == null ? found.group(2) : found.group(1) : null;
    }
}
