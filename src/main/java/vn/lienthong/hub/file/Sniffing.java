package vn.lienthong.hub.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Says what a file is by its bytes; names and headers are its sender's word. */
final class Sniffing {
    private static final String ZIP = "application/zip";
    private static final String SOME_OOXML = "application/x-tika-ooxml";

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    String mediaType(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            var type = types.detect(bytes, new Metadata()).getBaseType().toString();
            return type.equals(ZIP) || type.equals(SOME_OOXML) ? OfficeZip.mediaType(file) : type;
        }
    }
}
