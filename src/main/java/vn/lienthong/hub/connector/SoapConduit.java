package vn.lienthong.hub.connector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.MessageObserver;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Carries the messages of CXF over the system's one HTTP client: the pool, timeouts and limits of its other routes, on
 * the caller's own thread. CXF's own conduit hands each call to the threads of a second client, which costs more than
 * the rest of the call.
 */
final class SoapConduit extends AbstractConduit {
    private static final Logger LOG = LogUtils.getL7dLogger(SoapConduit.class);
    private static final int USUAL_SIZE = 4096;

    private final HttpClient client;
    private final int answerSize;

    /** @param answerSize bytes; a larger answer is not read */
    SoapConduit(EndpointReferenceType target, HttpClient client, int answerSize) {
        super(target);
        this.client = client;
        this.answerSize = answerSize;
    }

    /** The message is written here first, so that its length is known. */
    private static final class Envelope extends ByteArrayOutputStream {
        Envelope() {
            super(USUAL_SIZE);
        }
    }

    private record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

    @Override
    public void prepare(Message message) {
        message.setContent(OutputStream.class, new Envelope());
    }

    /** Of a message that goes out, the end of writing: the call is made now. */
    @Override
    public void close(Message message) throws IOException {
        if (message.getContent(OutputStream.class) instanceof Envelope envelope) {
            message.removeContent(OutputStream.class);
            receive(message, call(message, envelope.toByteArray()));
        } else {
            super.close(message);
        }
    }

    private Answer call(Message message, byte[] envelope) throws IOException {
        var post = new HttpPost(address(message));
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> headers) {
            headers.forEach((name, values) -> addAll(post, String.valueOf(name), values));
        }
        post.setEntity(new ByteArrayEntity(envelope, ContentType.parse((String) message.get(Message.CONTENT_TYPE))));
        return client.execute(post, this::read);
    }

    private URI address(Message message) {
        var address = message.get(Message.ENDPOINT_ADDRESS) instanceof String given
                ? given
                : getTarget().getAddress().getValue();
        return URI.create(address);
    }

    private static void addAll(HttpPost post, String name, Object values) {
        var isOfEntity =
                name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) || name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH);
        if (!isOfEntity && values instanceof List<?> list) {
            list.forEach(value -> post.addHeader(name, value));
        }
    }

    private Answer read(ClassicHttpResponse response) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return new Answer(response.getCode(), headers, body(response));
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var bytes = entity == null ? new byte[0] : entity.getContent().readNBytes(most(entity));
        if (bytes.length > answerSize) {
            throw new Faults.ReplyNotMapped("larger than " + answerSize + " bytes", null);
        }
        return bytes;
    }

    /** No more than it says of itself: for as much as might come, space would be made. */
    private int most(HttpEntity entity) {
        var length = entity.getContentLength();
        return length < 0 ? answerSize + 1 : (int) Math.min(length, answerSize + 1L);
    }

    /**
     * By SOAP's HTTP binding a fault comes with 500; any other failing status, and anything the sharing platform answers
     * in the system's place, says nothing in SOAP.
     */
    private void receive(Message sent, Answer answer) throws IOException {
        var exchange = sent.getExchange();
        exchange.put(Message.RESPONSE_CODE, answer.status);
        var platformFault = answer.headers.containsKey(CamelRoutes.PLATFORM_FAULT);
        if (platformFault
                || answer.status >= HttpStatus.SC_BAD_REQUEST && answer.status != HttpStatus.SC_INTERNAL_SERVER_ERROR) {
            throw new Faults.FailedStatus(answer.status, platformFault);
        }
        var message = new MessageImpl();
        message.setExchange(exchange);
        message.put(Message.RESPONSE_CODE, answer.status);
        message.put(Message.PROTOCOL_HEADERS, answer.headers);
        var type = contentType(answer);
        message.put(Message.CONTENT_TYPE, type);
        message.put(Message.ENCODING, encoding(type));
        message.setContent(InputStream.class, new ByteArrayInputStream(answer.body));
        exchange.get(MessageObserver.class).onMessage(message);
    }

    private static @Nullable String contentType(Answer answer) {
        var values = answer.headers.get(HttpHeaders.CONTENT_TYPE);
        return values == null ? null : values.getFirst();
    }

    private static String encoding(@Nullable String contentType) {
        var charset = contentType == null
                ? null
                : ContentType.parseLenient(contentType).getCharset();
        return charset == null ? "UTF-8" : charset.name();
    }

    @Override
    protected Logger getLogger() {
        return LOG;
    }
}
