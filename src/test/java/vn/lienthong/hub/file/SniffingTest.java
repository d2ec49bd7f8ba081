package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SniffingTest {
    private static final String MAIN =
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/></Types>";

    private final Sniffing sniffing = new Sniffing();

    @TempDir
    private Path folder;

    private String typeOf(byte[] bytes) throws IOException {
        return sniffing.mediaType(Files.write(folder.resolve("file"), bytes));
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(
                Arguments.of("application/pdf", "%PDF-1.4 and more"),
                Arguments.of("image/jpeg", "\u00ff\u00d8\u00ff\u00e0 JFIF"),
                Arguments.of("image/png", "\u0089PNG\r\n\u001a\n"),
                Arguments.of("image/tiff", "II*\0"),
                Arguments.of("image/webp", "RIFF\0\0\0\0WEBPVP8 "),
                Arguments.of("image/heic", "\0\0\0\u0018ftypheic\0"),
                Arguments.of("application/xml", "<?xml version=\"1.0\"?><edXMLEnvelope/>"),
                Arguments.of("image/svg+xml", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                Arguments.of("text/html", "<!DOCTYPE html><html></html>"),
                Arguments.of("application/x-msdownload", "MZ\u0090\0 a program"),
                Arguments.of("text/plain", "words of somebody"));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void knowsAFileByItsBytes(String type, String bytes) throws IOException {
        assertThat(typeOf(bytes.getBytes(ISO_8859_1))).isEqualTo(type);
    }

    @Test
    void knowsNothingByNothing() throws IOException {
        assertThat(typeOf(new byte[0])).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource({
        "wordprocessingml.document, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "spreadsheetml.sheet, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "presentationml.presentation, application/octet-stream"
    })
    void tellsOfficeDocumentsByTheirMainPart(String part, String type) throws IOException {
        assertThat(typeOf(zip(Map.of("[Content_Types].xml", MAIN.formatted(part)))))
                .isEqualTo(type);
    }

    @Test
    void takesADocumentWithMacrosForNothingItKnows() throws IOException {
        var list = MAIN.formatted("wordprocessingml.document")
                + "<Default ContentType=\"application/vnd.ms-office.vbaProject\"/>";

        assertThat(typeOf(zip(Map.of("[Content_Types].xml", list)))).isEqualTo("application/octet-stream");
    }

    @Test
    void takesOtherArchivesForArchives() throws IOException {
        assertThat(typeOf(zip(Map.of("van-ban.edxml", "<edXML/>")))).isEqualTo("application/zip");
    }

    @Test
    @Timeout(10)
    void doesNotUnpackAnArchiveThatSwells() throws IOException {
        var file = folder.resolve("bomb");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            var zeros = new byte[1 << 20];
            for (int n = 0; n < 256; n++) {
                zip.write(zeros);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        var start = System.nanoTime();

        assertThat(sniffing.mediaType(file)).isEqualTo("application/zip");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void saysNothingOfABrokenArchive() throws IOException {
        assertThat(typeOf("PK\u0003\u0004\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff broken".getBytes(ISO_8859_1)))
                .isIn("application/octet-stream", "application/zip");
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Counts what is unpacked, and how many parts are looked at. */
    private static final class Watched extends java.util.zip.ZipInputStream {
        private long unpacked;
        private int parts;

        Watched(Path file) throws IOException {
            super(Files.newInputStream(file));
        }

        @Override
        public int read(byte[] piece, int from, int length) throws IOException {
            int read = super.read(piece, from, length);
            unpacked += Math.max(read, 0);
            return read;
        }

        @Override
        public ZipEntry getNextEntry() throws IOException {
            parts++;
            return super.getNextEntry();
        }
    }

    @Test
    void looksAtTheFrontOfAnArchiveOnly() throws IOException {
        var file = folder.resolve("long");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int n = 0; n < 300; n++) {
                zip.putNextEntry(new ZipEntry("part" + n));
            }
        }
        var swelling = folder.resolve("swelling");
        try (var zip = new ZipOutputStream(Files.newOutputStream(swelling))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[16 << 20]);
        }

        try (var zip = new Watched(file);
                var bomb = new Watched(swelling)) {
            assertThat(OfficeZip.read(zip)).isEqualTo("application/zip");
            assertThat(OfficeZip.read(bomb)).isEqualTo("application/zip");
            assertThat(zip.parts).isLessThan(60);
            assertThat(bomb.unpacked).isLessThan(5 << 20);
        }
    }
}
