package vn.lienthong.hub.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** An XML Schema. Of a SOAP message, the first child of its body is held to it. */
final class XmlContract implements Contract {
    private static final XMLInputFactory INPUT = input();

    private final Schema schema;

    private XmlContract(Schema schema) {
        this.schema = schema;
    }

    private static XMLInputFactory input() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    static XmlContract of(Path file) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return new XmlContract(
                    file.toString().endsWith(".wsdl")
                            ? factory.newSchema(Wsdl.schemas(file))
                            : factory.newSchema(file.toFile()));
        } catch (SAXException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public Optional<String> violation(byte[] body) {
        try {
            var reader = INPUT.createXMLStreamReader(new ByteArrayInputStream(body));
            if (!toPayload(reader)) {
                return Optional.of("the body of the message is empty");
            }
            schema.newValidator().validate(new StAXSource(reader));
            return Optional.empty();
        } catch (SAXException | XMLStreamException e) {
            return Optional.of(rule(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rule that was broken; before it stand only the names of those who passed it on. */
    private static String rule(String text) {
        return text.substring(Math.max(0, text.indexOf("cvc-")));
    }

    private static boolean toPayload(XMLStreamReader reader) throws XMLStreamException {
        reader.nextTag();
        if (!reader.getLocalName().equals("Envelope")) {
            return true;
        }
        while (!(reader.isStartElement() && reader.getLocalName().equals("Body"))) {
            reader.next();
        }
        reader.nextTag();
        return reader.isStartElement();
    }
}
