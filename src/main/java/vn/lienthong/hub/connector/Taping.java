package vn.lienthong.hub.connector;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** Puts what passes through the one HTTP client of a system on the tape of the call; changes nothing of it. */
final class Taping implements ExecChainHandler {
    private static final int LONGEST_HEADER = 100;

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var tape = Tape.running();
        if (tape == null) {
            return chain.proceed(request, scope);
        }
        var call = tape.begin(request.getMethod(), QuietPath.of(request.getRequestUri()));
        if (request.getEntity() != null) {
            call.sent().is(entityType(request.getEntity()));
            request.setEntity(new Heard(request.getEntity(), call, call.sent()));
        }
        try {
            var response = chain.proceed(request, scope);
            answered(call, response, scope.clientContext);
            return response;
        } catch (IOException | HttpException | RuntimeException e) {
            call.failed(e);
            throw e;
        }
    }

    private static void answered(WireCall call, ClassicHttpResponse response, HttpClientContext context) {
        call.answered(response.getCode(), text(response, HttpHeaders.DATE));
        call.answer().is(text(response, HttpHeaders.CONTENT_TYPE));
        if (response.getEntity() != null) {
            response.setEntity(new Heard(response.getEntity(), call, call.answer()));
        }
        var session = context.getSSLSession();
        try {
            if (session != null && session.getPeerCertificates()[0] instanceof X509Certificate shown) {
                call.shown(shown);
            }
        } catch (SSLPeerUnverifiedException e) {
            // whoever shows none has none to look at
        }
    }

    private static @Nullable String entityType(HttpEntity entity) {
        return entity.getContentType() == null ? null : shortened(entity.getContentType());
    }

    private static @Nullable String text(HttpMessage message, String header) {
        Header found = message.getFirstHeader(header);
        return found == null || found.getValue() == null ? null : shortened(found.getValue());
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER);
    }

    /** A body that is listened to while it passes. */
    private static final class Heard extends HttpEntityWrapper {
        private final WireCall call;
        private final WireCall.Body body;

        Heard(HttpEntity entity, WireCall call, WireCall.Body body) {
            super(entity);
            this.call = call;
            this.body = body;
        }

        @Override
        public @Nullable InputStream getContent() throws IOException {
            var content = super.getContent();
            return content == null ? null : new HeardStream(content, call, body);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            super.writeTo(new FilterOutputStream(out) {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                    body.passed(bytes, from, length);
                }
            });
        }
    }

    private static final class HeardStream extends FilterInputStream {
        private final WireCall call;
        private final WireCall.Body body;

        HeardStream(InputStream in, WireCall call, WireCall.Body body) {
            super(in);
            this.call = call;
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                var count = super.read(bytes, from, length);
                if (count > 0) {
                    body.passed(bytes, from, count);
                }
                return count;
            } catch (IOException e) {
                call.failed(e);
                throw e;
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
