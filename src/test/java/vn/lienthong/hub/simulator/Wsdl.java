package vn.lienthong.hub.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The schemas that stand inside a WSDL, each made to stand alone. */
final class Wsdl {
    private Wsdl() {}

    static Source[] schemas(Path file) throws SAXException {
        var schemas = new ArrayList<Source>();
        var found = parse(file).getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
        for (int i = 0; i < found.getLength(); i++) {
            schemas.add(alone((Element) found.item(i), file));
        }
        return schemas.toArray(Source[]::new);
    }

    private static org.w3c.dom.Document parse(Path file) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Type names use prefixes that the WSDL declares further out; they are declared again on the schema itself. */
    private static Source alone(Element schema, Path file) {
        for (Node outer = schema.getParentNode(); outer instanceof Element element; outer = outer.getParentNode()) {
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                var attribute = (Attr) attributes.item(i);
                if (attribute.getName().startsWith("xmlns") && !schema.hasAttribute(attribute.getName())) {
                    schema.setAttributeNS(
                            XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getName(), attribute.getValue());
                }
            }
        }
        return new DOMSource(schema, file.toUri().toString());
    }
}
