package vn.lienthong.hub.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.incident.AlertSettings.Group;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.privacy.KeyedHash;

/** Mail by SMTP, and calls signed in the form of Standard Webhooks. */
@Component
class Channels {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FIRST_ERROR = 300;

    private final ObjectProvider<JavaMailSender> mail;
    private final AlertSettings settings;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Channels(ObjectProvider<JavaMailSender> mail, AlertSettings settings, InstantSource clock) {
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    /** It may not have arrived; the message says why and nothing of what was sent. */
    static final class NotSent extends Exception {
        NotSent(String why) {
            super(why);
        }
    }

    void send(Alert alert, Group group) throws NotSent {
        if (alert.channel().equals("MAIL")) {
            sendMail(alert, group);
        } else {
            call(alert, group);
        }
    }

    private void sendMail(Alert alert, Group group) throws NotSent {
        var sender = mail.getIfAvailable();
        if (sender == null) {
            throw new NotSent("spring.mail.host is not set");
        }
        try {
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(group.mail().toArray(String[]::new));
            helper.setSubject(alert.subject());
            helper.setText(alert.body());
            message.setHeader("X-Alert-Id", alert.id().toString());
            sender.send(message);
        } catch (MessagingException | MailException e) {
            throw new NotSent(e.getClass().getSimpleName());
        }
    }

    private void call(Alert alert, Group group) throws NotSent {
        var body = Json.bytes(Json.MAPPER
                .createObjectNode()
                .put("id", alert.id().toString())
                .put("type", "alert." + alert.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("subject", alert.subject())
                .put("text", alert.body()));
        var seconds = Long.toString(clock.instant().getEpochSecond());
        var signed = String.join(".", alert.id().toString(), seconds, new String(body, UTF_8));
        var request = HttpRequest.newBuilder(Objects.requireNonNull(group.webhook()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("alert-id", alert.id().toString())
                .header("alert-timestamp", seconds)
                .header("alert-signature", "v1," + signature(Objects.requireNonNull(group.secret()), signed))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= FIRST_ERROR) {
                throw new NotSent("HTTP " + status);
            }
        } catch (IOException e) {
            throw new NotSent(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent("interrupted");
        }
    }

    static String signature(String secret, String text) {
        return Base64.getEncoder().encodeToString(new KeyedHash(secret.getBytes(UTF_8)).of(text.getBytes(UTF_8)));
    }
}
