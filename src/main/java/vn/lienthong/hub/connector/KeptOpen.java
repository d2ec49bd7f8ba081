package vn.lienthong.hub.connector;

import java.io.IOException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.protocol.HttpContext;

/** A client that several editions share: Camel closes what it can close when a route ends, so this cannot be. */
@SuppressWarnings("deprecation") // the interface has them
final class KeptOpen implements HttpClient {
    private final HttpClient client;

    KeptOpen(HttpClient client) {
        this.client = client;
    }

    @Override
    public ClassicHttpResponse executeOpen(HttpHost target, ClassicHttpRequest request, HttpContext context)
            throws IOException {
        return client.executeOpen(target, request, context);
    }

    @Override
    public HttpResponse execute(ClassicHttpRequest request) throws IOException {
        return client.execute(request);
    }

    @Override
    public HttpResponse execute(ClassicHttpRequest request, HttpContext context) throws IOException {
        return client.execute(request, context);
    }

    @Override
    public ClassicHttpResponse execute(HttpHost target, ClassicHttpRequest request) throws IOException {
        return client.execute(target, request);
    }

    @Override
    public HttpResponse execute(HttpHost target, ClassicHttpRequest request, HttpContext context) throws IOException {
        return client.execute(target, request, context);
    }

    @Override
    public <T> T execute(ClassicHttpRequest request, HttpClientResponseHandler<? extends T> reading)
            throws IOException {
        return client.execute(request, reading);
    }

    @Override
    public <T> T execute(
            ClassicHttpRequest request, HttpContext context, HttpClientResponseHandler<? extends T> reading)
            throws IOException {
        return client.execute(request, context, reading);
    }

    @Override
    public <T> T execute(HttpHost target, ClassicHttpRequest request, HttpClientResponseHandler<? extends T> reading)
            throws IOException {
        return client.execute(target, request, reading);
    }

    @Override
    public <T> T execute(
            HttpHost target,
            ClassicHttpRequest request,
            HttpContext context,
            HttpClientResponseHandler<? extends T> reading)
            throws IOException {
        return client.execute(target, request, context, reading);
    }
}
