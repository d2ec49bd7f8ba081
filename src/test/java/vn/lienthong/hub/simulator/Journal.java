package vn.lienthong.hub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/**
 * The effects of answers, one line of JSON each, so that what a simulator stored outlives its process, even one that is
 * killed. (A machine that loses power may lose the last lines: these are not forced to disk.)
 */
final class Journal {
    private @Nullable FileChannel file;

    /** Plays back what is there, and writes on from here. */
    void open(Path path, Consumer<JsonNode> effects) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                replay(path, effects);
            }
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that was killed may leave half a line at the end; it is cut off. */
    private static void replay(Path path, Consumer<JsonNode> effects) throws IOException {
        var text = Files.readString(path);
        int end = text.lastIndexOf('\n') + 1;
        for (var line : text.substring(0, end).lines().toList()) {
            effects.accept(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
        }
        if (end < text.length()) {
            Files.writeString(path, text.substring(0, end));
        }
    }

    void append(JsonNode effects) {
        if (file == null || effects.isEmpty()) {
            return;
        }
        try {
            var line = ByteBuffer.wrap((Json.text(effects) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() {
        try {
            if (file != null) {
                file.truncate(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
