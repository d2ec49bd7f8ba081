package vn.lienthong.hub.facade;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.mock.web.MockHttpServletRequest;

/** A request whose body comes from a stream and whose length nobody announced. */
final class StreamedRequest extends MockHttpServletRequest {
    private final InputStream body;

    StreamedRequest(InputStream body) {
        this.body = body;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read() throws IOException {
                return body.read();
            }
        };
    }
}
