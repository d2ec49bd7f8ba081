package vn.lienthong.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A mail server and a webhook for alerts, both real. */
public final class Alerted {
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpServer hook;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    /** What came to the webhook. */
    public record Call(String id, String timestamp, String signature, String body) {}

    private Alerted(HttpServer hook) {
        this.hook = hook;
    }

    public static Alerted start() {
        try {
            var alerted = new Alerted(HttpServer.create(new InetSocketAddress("localhost", 0), 0));
            alerted.serve();
            return alerted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        hook.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            calls.add(new Call(
                    headers.getFirst("alert-id"),
                    headers.getFirst("alert-timestamp"),
                    headers.getFirst("alert-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        hook.start();
        mail.start();
    }

    public int mailPort() {
        return mail.getSmtp().getPort();
    }

    public String hook() {
        return "http://localhost:" + hook.getAddress().getPort() + "/alerts";
    }

    public void answersWith(int status) {
        answer = status;
    }

    public List<Call> calls() {
        return calls;
    }

    /** To that address, of that subject. */
    public List<MimeMessage> mail(String to, String subject) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> of(message).contains(to) && of(message).contains(subject))
                .toList();
    }

    /** By what the hub knows it. */
    public static String alert(MimeMessage message) {
        try {
            return message.getHeader("X-Alert-Id", null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String of(MimeMessage message) {
        try {
            return List.of(message.getAllRecipients()) + message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
