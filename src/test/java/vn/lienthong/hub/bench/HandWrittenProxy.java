package vn.lienthong.hub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import vn.lienthong.hub.json.Json;

/**
 * The question to the population database as one would write it by hand for this one system: Spring MVC, the JDK's HTTP
 * client, Jackson and StAX. No token is asked for, nothing is recorded, nothing breaks a circuit.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableWebMvc
@Import(HandWrittenProxy.Door.class)
class HandWrittenProxy {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String POPULATION = "http://dancuquocgia.bca";

    public static void main(String[] args) {
        System.setProperty("backend", args[1]);
        System.setProperty("port", args[0]);
        new SpringApplication(HandWrittenProxy.class).run();
    }

    @Bean
    TomcatServletWebServerFactory server() {
        var factory = new TomcatServletWebServerFactory(Integer.getInteger("port"));
        factory.addProtocolHandlerCustomizers(
                protocol -> protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor()));
        return factory;
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @RestController
    static final class Door {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final XMLOutputFactory writers = XMLOutputFactory.newFactory();
        private final XMLInputFactory readers = XMLInputFactory.newFactory();
        private final URI backend = URI.create(System.getProperty("backend"));

        Door() {
            readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        }

        @GetMapping("/ready")
        String ready() {
            return "ready";
        }

        @PostMapping("/api/v1/citizens/verify")
        ResponseEntity<byte[]> verify(@RequestBody byte[] body)
                throws IOException, InterruptedException, XMLStreamException {
            var question = Json.MAPPER.readTree(body);
            var answer = client.send(request(question), HttpResponse.BodyHandlers.ofByteArray());
            var male = (question.get("idNumber").asText().charAt(3) - '0') % 2 == 0;
            var matches = exists(answer.body())
                    && male == question.path("sex").asText().equals("male");
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Json.bytes(Json.MAPPER.createObjectNode().put("matches", matches)));
        }

        private HttpRequest request(JsonNode question) throws XMLStreamException {
            var timestamp = Long.toString(System.currentTimeMillis());
            var hash = HexFormat.of()
                    .formatHex(Json.sha256(("https://dancu.example/xacthucbench" + timestamp + "bench")
                            .getBytes(StandardCharsets.UTF_8)));
            var account = Base64.getEncoder().encodeToString(("bench:" + hash).getBytes(StandardCharsets.UTF_8));
            return HttpRequest.newBuilder(backend)
                    .header("Content-Type", "text/xml; charset=UTF-8")
                    .header("SOAPAction", "\"\"")
                    .header("Authorization", "Basic " + account)
                    .header("Timestamp", timestamp)
                    .header("ApiKey", "bench")
                    .header("X-Road-Client", "VN/GOV/H24/HUB")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(envelope(question)))
                    .build();
        }

        private byte[] envelope(JsonNode question) throws XMLStreamException {
            var bytes = new ByteArrayOutputStream(1024);
            var out = writers.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("s", "Envelope", SOAP);
            out.writeNamespace("s", SOAP);
            out.writeStartElement("s", "Body", SOAP);
            out.writeStartElement("q", "XacThucThongTinCongDan", POPULATION);
            out.writeNamespace("q", POPULATION);
            write(out, "MaYeuCau", UUID.randomUUID().toString());
            write(out, "MaDVC", "VPCP");
            write(out, "MaTichHop", "033");
            write(out, "MaCanBo", question.at("/officer/idNumber").asText());
            write(out, "SoDinhDanh", question.get("idNumber").asText());
            write(out, "HoVaTen", folded(question.get("name").asText()));
            out.writeStartElement("q", "NgayThangNamSinh", POPULATION);
            write(out, "NgayThangNam", question.get("dateOfBirth").asText().replace("-", ""));
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        }

        private static void write(XMLStreamWriter out, String name, String text) throws XMLStreamException {
            out.writeStartElement("q", name, POPULATION);
            out.writeCharacters(text);
            out.writeEndElement();
        }

        private static String folded(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}|\\s", "")
                    .toUpperCase(Locale.ROOT)
                    .replace('Đ', 'D');
        }

        private boolean exists(byte[] answer) throws XMLStreamException {
            var in = readers.createXMLStreamReader(new ByteArrayInputStream(answer));
            while (in.hasNext()) {
                if (in.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT
                        && in.getLocalName().equals("TonTai")) {
                    return in.getElementText().equals("true");
                }
            }
            return false;
        }
    }
}
