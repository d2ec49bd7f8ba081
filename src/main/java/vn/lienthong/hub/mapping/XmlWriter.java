package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One writing of one document; knows which prefixes are declared where. */
final class XmlWriter {
    private static final String TEXT = "#text";
    private static final String DECLARATION = "@xmlns";
    private static final Map<String, String> OUTERMOST = Map.of("", "", "xml", XMLConstants.XML_NS_URI);

    private final XMLStreamWriter out;

    XmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    void document(JsonNode tree) throws XMLStreamException {
        if (!tree.isObject() || tree.size() != 1) {
            throw new UnwritableXml("an XML document is an object with one key, its root element");
        }
        var root = tree.properties().iterator().next();
        if (root.getValue().isArray()) {
            throw new UnwritableXml("an XML document has one root element");
        }
        element(root.getKey(), root.getValue(), OUTERMOST);
    }

    private void elements(String name, JsonNode value, Map<String, String> scope) throws XMLStreamException {
        if (value.isArray()) {
            for (var item : value) {
                element(name, item, scope);
            }
        } else if (!value.isNull()) {
            element(name, value, scope);
        }
    }

    private void element(String name, JsonNode value, Map<String, String> outer) throws XMLStreamException {
        if (value.isArray()) {
            throw new UnwritableXml("an array within an array, at element " + name);
        }
        var scope = value.isObject() ? scope(value, outer) : outer;
        var prefix = prefix(name);
        out.writeStartElement(prefix, local(name), namespace(prefix, scope));
        if (value.isObject()) {
            head(value, scope);
            body(name, value, scope);
        } else {
            characters(value, name);
        }
        out.writeEndElement();
    }

    private static Map<String, String> scope(JsonNode value, Map<String, String> outer) {
        var scope = outer;
        for (var field : value.properties()) {
            if (isDeclaration(field.getKey())) {
                scope = scope == outer ? new HashMap<>(outer) : scope;
                scope.put(declared(field.getKey()), field.getValue().asText());
            }
        }
        return scope;
    }

    private void head(JsonNode value, Map<String, String> scope) throws XMLStreamException {
        for (var field : value.properties()) {
            if (isDeclaration(field.getKey())) {
                declare(declared(field.getKey()), field.getValue().asText());
            }
        }
        for (var field : value.properties()) {
            if (isAttribute(field.getKey())) {
                attribute(field.getKey().substring(1), field.getValue(), scope);
            }
        }
    }

    private void declare(String prefix, String namespace) throws XMLStreamException {
        if (prefix.isEmpty()) {
            out.writeDefaultNamespace(namespace);
        } else {
            out.writeNamespace(prefix, namespace);
        }
    }

    private void attribute(String name, JsonNode value, Map<String, String> scope) throws XMLStreamException {
        if (value.isNull()) {
            return;
        }
        var prefix = prefix(name);
        // an attribute without a prefix has no namespace, whatever the default is
        var namespace = prefix.isEmpty() ? "" : namespace(prefix, scope);
        out.writeAttribute(prefix, namespace, local(name), text(value, "@" + name));
    }

    private void body(String name, JsonNode value, Map<String, String> scope) throws XMLStreamException {
        for (var field : value.properties()) {
            if (field.getKey().equals(TEXT)) {
                characters(field.getValue(), name);
            } else if (!field.getKey().startsWith("@")) {
                elements(field.getKey(), field.getValue(), scope);
            }
        }
    }

    private void characters(JsonNode value, String name) throws XMLStreamException {
        var text = text(value, name);
        if (!text.isEmpty()) {
            out.writeCharacters(text);
        }
    }

    private static boolean isDeclaration(String key) {
        return key.startsWith(DECLARATION)
                && (key.length() == DECLARATION.length() || key.charAt(DECLARATION.length()) == ':');
    }

    private static boolean isAttribute(String key) {
        return key.startsWith("@") && !isDeclaration(key);
    }

    private static String declared(String key) {
        return key.length() == DECLARATION.length() ? "" : key.substring(DECLARATION.length() + 1);
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String namespace(String prefix, Map<String, String> scope) {
        var namespace = scope.get(prefix);
        if (namespace == null) {
            throw new UnwritableXml("the prefix %s has no namespace".formatted(prefix));
        }
        return namespace;
    }

    private static String text(JsonNode value, String name) {
        if (value.isContainerNode()) {
            throw new UnwritableXml("text expected at " + name);
        }
        if (value.isNull()) {
            return "";
        }
        if (value.isNumber() && !value.isIntegralNumber()) {
            return value.decimalValue().toPlainString();
        }
        return legal(value.asText(), name);
    }

    private static String legal(String text, String name) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ordinary = c >= ' ' && c < Character.MIN_SURROGATE;
            if (!ordinary && !isLegal(text.codePointAt(i))) {
                throw new UnwritableXml("a character that XML does not allow, at " + name);
            }
            i += Character.isHighSurrogate(c) ? 1 : 0;
        }
        return text;
    }

    /** Char of XML 1.0; half a surrogate pair is not one. */
    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point <= 0xFFFD)
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
