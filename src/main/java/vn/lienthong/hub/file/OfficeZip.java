package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Tells office documents from other archives by their list of parts (ECMA-376 part 2), which says what the main part is.
 * Read from the front and not far, so that an archive made to swell costs nothing.
 */
final class OfficeZip {
    private static final String ZIP = "application/zip";
    private static final String OTHER = "application/octet-stream";
    private static final String LIST = "[Content_Types].xml";
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String DOCUMENT = OOXML + "wordprocessingml.document";
    private static final String SHEET = OOXML + "spreadsheetml.sheet";
    private static final int ENTRIES = 50;
    private static final int UNPACKED = 4 << 20;
    private static final int LONGEST_LIST = 1 << 18;
    private static final int PIECE = 1 << 13;

    private OfficeZip() {}

    static String mediaType(Path file) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            return read(zip);
        } catch (ZipException | IllegalArgumentException e) {
            return OTHER;
        }
    }

    static String read(ZipInputStream zip) throws IOException {
        long unpacked = 0;
        ZipEntry entry = zip.getNextEntry();
        for (int n = 0; entry != null && n < ENTRIES; n++) {
            if (entry.getName().equals(LIST)) {
                return office(new String(zip.readNBytes(LONGEST_LIST), UTF_8));
            }
            unpacked += skip(zip, UNPACKED - unpacked);
            if (unpacked >= UNPACKED) {
                return ZIP;
            }
            entry = zip.getNextEntry();
        }
        return ZIP;
    }

    private static long skip(ZipInputStream zip, long most) throws IOException {
        var piece = new byte[PIECE];
        long skipped = 0;
        for (int read = zip.read(piece); read >= 0 && skipped < most; read = zip.read(piece)) {
            skipped += read;
        }
        return skipped;
    }

    /** Anything else that calls itself an office document, such as one with macros, is neither that nor an archive. */
    private static String office(String list) {
        if (list.contains("macroEnabled") || list.contains("vbaProject")) {
            return OTHER;
        }
        if (list.contains(DOCUMENT + ".main+xml")) {
            return DOCUMENT;
        }
        return list.contains(SHEET + ".main+xml") ? SHEET : OTHER;
    }
}
