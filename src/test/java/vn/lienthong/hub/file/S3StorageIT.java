package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.SteadyStream;
import vn.lienthong.hub.json.Json;

/** The store of files against a real server that speaks S3. */
class S3StorageIT {
    private static final String BUCKET = "papers";

    @TempDir
    private static Path folder;

    private static PlayedS3 server;
    private static S3Storage storage;

    @BeforeAll
    static void start() throws IOException {
        server = PlayedS3.start(folder);
        Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
        storage = storage(PlayedS3.SECRET_KEY);
    }

    private static S3Storage storage(String secret) {
        return new S3Storage(new FileSettings.S3(BUCKET, server.url(), "us-east-1", PlayedS3.ACCESS_KEY, secret, true));
    }

    @AfterAll
    static void stop() {
        storage.close();
        server.close();
    }

    private static String kept(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve(UUID.randomUUID().toString()), bytes);
        var address = Storage.address(Json.sha256(bytes), UUID.randomUUID());
        storage.put(address, file);
        return address;
    }

    @Test
    void givesBackWhatItKept() throws IOException {
        var address = kept("%PDF-1.7 0123456789".getBytes(US_ASCII));

        try (var bytes = storage.open(address, 0, 19)) {
            assertThat(bytes).hasContent("%PDF-1.7 0123456789");
        }
        try (var bytes = storage.open(address, 9, 4)) {
            assertThat(bytes).hasContent("0123");
        }
        try (var bytes = storage.open(address, 19, 0)) {
            assertThat(bytes).isEmpty();
        }
    }

    @Test
    void keepsManyMegabytes() throws IOException {
        var file = folder.resolve("large");
        var size = 16L << 20;
        var sent = new SteadyStream(size);
        try (var out = Files.newOutputStream(file)) {
            sent.transferTo(out);
        }
        var address = Storage.address(sent.sha256(), UUID.randomUUID());

        storage.put(address, file);

        var got = new SteadyStream.Reader(size);
        try (var bytes = storage.open(address, 0, size)) {
            bytes.transferTo(got);
        }
        assertThat(got.size()).isEqualTo(size);
    }

    @Test
    void forgetsWhatIsDeletedAndWhatNeverWas() throws IOException {
        var address = kept(new byte[] {1});

        storage.delete(address);
        storage.delete(address);

        assertThatThrownBy(() -> storage.open(address, 0, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void failsWithAWrongSecret() {
        try (var stranger = storage("wrong")) {
            assertThatThrownBy(() -> stranger.put("ab/cd/x", Files.write(folder.resolve("x"), new byte[1])))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> stranger.open("ab/cd/x", 0, 1)).isInstanceOf(IOException.class);
        }
    }
}
