package vn.lienthong.hub.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageContentsList;
import org.apache.cxf.message.MessageImpl;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Json;

class SoapBodyTest {
    private static final String QUESTION = "{\"q:Question\": {\"@xmlns:q\": \"urn:q\", \"q:Name\": \"A & B\"}}";

    private final StringWriter written = new StringWriter();

    @Test
    void isWrittenFromTheTreeWhereTheEnvelopeWantsIt() throws XMLStreamException {
        var message = message(QUESTION);
        var writer = message.getContent(XMLStreamWriter.class);
        writer.writeStartElement("Body");

        new SoapBody.Writing().handleMessage(message);
        writer.writeEndElement();
        writer.flush();

        assertThat(written)
                .hasToString("<Body><q:Question xmlns:q=\"urn:q\"><q:Name>A &amp; B</q:Name></q:Question></Body>");
        assertThat(MessageContentsList.getContentsList(message))
                .as("nobody writes it again")
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBeSaidInXmlBeforeAnythingIsSent() throws XMLStreamException {
        var message = message("{\"q:Question\": {\"q:Name\": \"a prefix that nobody declared\"}}");

        assertThatThrownBy(() -> new SoapBody.Writing().handleMessage(message))
                .satisfies(thrown -> assertThat(Faults.of(thrown))
                        .isInstanceOfSatisfying(
                                Outcome.Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("hub.mapping")));
    }

    @Test
    void isThereAsBytesForWhoeverDoesNotKnowTheTree() {
        var payload = SoapBody.of(Json.parse(QUESTION.getBytes(UTF_8)));

        assertThat(SoapBody.tree(payload))
                .isEqualTo(Json.parse("{\"Question\": {\"Name\": \"A & B\"}}".getBytes(UTF_8)));
    }

    private Message message(String body) throws XMLStreamException {
        var payload = SoapBody.of(Json.parse(body.getBytes(UTF_8)));
        var message = new MessageImpl();
        message.setContent(
                List.class, new MessageContentsList(payload.getBodySources().getFirst()));
        message.setContent(XMLStreamWriter.class, new WstxOutputFactory().createXMLStreamWriter(written));
        return message;
    }
}
