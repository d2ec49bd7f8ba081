package vn.lienthong.hub.facade;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.file.CitizenFile;

/**
 * One file as an answer (RFC 9110): whole, one range of it, or nothing new. It is a file to be saved, whatever it holds;
 * a name that its sender gave it is not known, for such names tell of people.
 */
final class FileAnswer {
    private final CitizenFile file;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String tag;

    FileAnswer(CitizenFile file, HttpServletRequest request, HttpServletResponse response) {
        this.file = file;
        this.request = request;
        this.response = response;
        this.tag = '"' + file.sha256() + '"';
    }

    /** Reads so many bytes from one place on. */
    interface Bytes {
        void read(long from, long length, OutputStream out) throws IOException;
    }

    void send(Bytes bytes) throws IOException {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (isKnown()) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        var range = range();
        if (range == null) {
            response.setHeader("Repr-Digest", ContentDigest.of(HexFormat.of().parseHex(file.sha256())));
            write(bytes, 0, file.size());
        } else if (range.getRangeStart(file.size()) >= file.size()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
        } else {
            var from = range.getRangeStart(file.size());
            var to = range.getRangeEnd(file.size());
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(from, to, file.size()));
            write(bytes, from, to - from + 1);
        }
    }

    private boolean isKnown() {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && (known.contains(tag) || known.strip().equals("*"));
    }

    /** One range of a file that is still the one they have; several, or what is no range, is the whole file. */
    private @Nullable HttpRange range() {
        var only = request.getHeader(HttpHeaders.IF_RANGE);
        var asked = request.getHeader(HttpHeaders.RANGE);
        if (asked == null || only != null && !only.equals(tag)) {
            return null;
        }
        try {
            var ranges = HttpRange.parseRanges(asked);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void write(Bytes bytes, long from, long length) throws IOException {
        response.setContentType(file.mediaType());
        response.setContentLengthLong(length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-%s\"".formatted(file.kind(), file.id()));
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        try {
            bytes.read(from, length, response.getOutputStream());
        } catch (IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw new BrokenOff(e);
            }
            response.reset();
            throw e;
        }
    }
}
