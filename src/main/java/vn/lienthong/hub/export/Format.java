package vn.lienthong.hub.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The forms in which a table is given. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    CSV("text/csv;charset=UTF-8"),
    XLSX(Format.SPREADSHEET);

    /** The media types as a controller names what it produces. */
    public static final String COMMA_SEPARATED = "text/csv";

    public static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MediaType mediaType;

    Format(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** As it is written in {@code ?format=}, and at the end of a file's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a caller wants: what the address says; else what the header prefers; else JSON.
     *
     * @param word one of {@link #word()}
     * @param accept the header, already known to be one of media types
     */
    public static Format asked(@Nullable String word, @Nullable String accept) {
        if (word != null) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
        var wanted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(wanted);
        return wanted.stream()
                .flatMap(type -> Arrays.stream(values()).filter(format -> type.includes(format.mediaType)))
                .findFirst()
                .orElse(JSON);
    }

    Rows rows(Table table, OutputStream out) throws IOException {
        return switch (this) {
            case JSON -> new JsonRows(table, out);
            case CSV -> new CsvRows(table, out);
            case XLSX -> new XlsxRows(table, out);
        };
    }
}
