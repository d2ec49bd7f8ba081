package vn.lienthong.hub.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.MessageObserver;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conduit against a server that answers as a test wants. */
class SoapConduitTest {
    private static final int LARGEST = 100;

    final CloseableHttpClient client = HttpClients.createDefault();
    final AtomicReference<Message> received = new AtomicReference<>();
    HttpServer server;
    int status = 200;
    boolean platformFault;
    String answer = "<ok/>";
    String asked;
    String asWhom;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/soap", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asWhom = exchange.getRequestHeaders().getFirst("X-Road-Client");
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
        exchange.getResponseHeaders().set("X-Road-Id", "Server.Proxy");
        if (platformFault) {
            exchange.getResponseHeaders().set("X-Road-Error", "Client.BadRequest");
        }
        exchange.sendResponseHeaders(status, answer.length());
        exchange.getResponseBody().write(answer.getBytes(UTF_8));
        exchange.close();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.stop(0);
    }

    @Test
    void bringsTheMessageThereAndTheAnswerBack() throws IOException {
        send();

        assertThat(asked).isEqualTo("<question/>");
        assertThat(asWhom).isEqualTo("VN/GOV/H24/HUB");
        assertThat(received.get().getContent(InputStream.class)).hasContent("<ok/>");
        assertThat(received.get().get(Message.ENCODING)).isEqualTo("UTF-8");
        assertThat(received.get().getExchange().get(Message.RESPONSE_CODE)).isEqualTo(200);
    }

    @Test
    void handsOverAFaultWithItsHeaders() throws IOException {
        status = 500;

        send();

        assertThat(((Map<?, ?>) received.get().get(Message.PROTOCOL_HEADERS)).get("X-Road-Id"))
                .isEqualTo(List.of("Server.Proxy"));
    }

    @Test
    void reportsAStatusThatIsNoSoap() {
        status = 503;

        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(
                        Faults.FailedStatus.class,
                        thrown -> assertThat(thrown.status()).isEqualTo(503));
    }

    @Test
    void tellsAFaultOfThePlatformFromOneOfTheSystem() {
        status = 400;
        platformFault = true;

        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(
                        Faults.FailedStatus.class,
                        thrown -> assertThat(thrown.platformFault()).isTrue());
    }

    @Test
    void doesNotReadAnAnswerWithoutBounds() {
        answer = "<a>" + "x".repeat(LARGEST) + "</a>";

        assertThatThrownBy(this::send).isInstanceOf(Faults.ReplyNotMapped.class);
        assertThat(received.get()).isNull();
    }

    @Test
    void saysThatNobodyWasThere() {
        server.stop(0);

        assertThatThrownBy(this::send)
                .satisfies(thrown -> assertThat(Faults.of(thrown)).isInstanceOf(Outcome.Unreachable.class));
    }

    private void send() throws IOException {
        var conduit = new SoapConduit(new EndpointReferenceType(), client, LARGEST);
        var message = new MessageImpl();
        var exchange = new ExchangeImpl();
        exchange.put(MessageObserver.class, received::set);
        message.setExchange(exchange);
        message.put(
                Message.ENDPOINT_ADDRESS,
                "http://localhost:%d/soap".formatted(server.getAddress().getPort()));
        message.put(Message.CONTENT_TYPE, "text/xml; charset=UTF-8");
        message.put(Message.PROTOCOL_HEADERS, Map.of("X-Road-Client", List.of("VN/GOV/H24/HUB")));
        conduit.prepare(message);
        message.getContent(OutputStream.class).write("<question/>".getBytes(UTF_8));
        conduit.close(message);
    }
}
