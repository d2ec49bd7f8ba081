package vn.lienthong.hub.facade;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import vn.lienthong.hub.export.Format;
import vn.lienthong.hub.export.Listing;

/** Sends a table while its rows come; what is to be opened in another program is sent as a file. */
final class Exports {
    private Exports() {}

    static void send(Listing listing, Format format, HttpServletResponse response) throws IOException {
        response.setContentType(format.mediaType().toString());
        if (format != Format.JSON) {
            var file = ContentDisposition.attachment()
                    .filename(listing.table().name() + "." + format.word())
                    .build();
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, file.toString());
        }
        try {
            listing.write(format, response.getOutputStream());
        } catch (RuntimeException | IOException failure) {
            if (response.isCommitted()) {
                throw new BrokenOff(failure);
            }
            throw failure;
        }
    }
}
