package vn.lienthong.hub.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param folder where files arrive, and are kept unless {@code s3} is set; for several nodes on disk, a shared one
 * @param ownerKey secret that owners are hashed with, at least 32 characters; null: no files are taken
 * @param largest a larger file is refused
 * @param sent bytes of all papers that one message to a system may carry
 * @param types media types that are taken
 * @param abandonedAfter an upload that has not ended by then is swept away
 * @param scanner {@code host:port} of a ClamAV daemon; null: nothing is scanned
 * @param scannerPatience how long the scanner may think about one file
 * @param s3 a store that speaks S3; null: files are kept in the folder
 */
@ConfigurationProperties("hub.files")
record FileSettings(
        Path folder,
        @Nullable String ownerKey,
        @DefaultValue("200MB") DataSize largest,
        @DefaultValue("8MB") DataSize sent,

        @DefaultValue({
            "application/pdf",
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/webp",
            "image/heic",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/xml",
            "application/zip"
        })
        Set<String> types,

        @DefaultValue("6h") Duration abandonedAfter,
        @Nullable String scanner,
        @DefaultValue("5m") Duration scannerPatience,
        @Nullable S3 s3) {
    private static final int SHORTEST_KEY = 32;

    /** A variable that is set to nothing sets nothing. */
    FileSettings {
        ownerKey = blankIsNone(ownerKey);
        scanner = blankIsNone(scanner);
        s3 = s3 == null || s3.bucket.isBlank() ? null : s3;
        if (ownerKey != null && ownerKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("hub.files.owner-key has less than 32 characters");
        }
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * @param endpoint address of the store; null: that of Amazon for the region
     * @param pathStyle whether the bucket stands in the path, as most stores but Amazon's want it
     */
    record S3(
            String bucket,
            @Nullable String endpoint,
            @DefaultValue("us-east-1") String region,
            String accessKey,
            String secretKey,
            @DefaultValue("true") boolean pathStyle) {}
}
