package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One reading of one document. The bounds are checked here too, because a reader may come from another's factory. */
final class XmlReader {
    static final int MAX_DEPTH = 64;
    static final int MAX_ATTRIBUTES = 128;
    static final int MAX_ELEMENTS = 200_000;

    private static final String TEXT = "#text";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final XMLStreamReader in;
    private int elements;

    XmlReader(XMLStreamReader in) {
        this.in = in;
    }

    /** The one root, with nothing but comments and blanks behind it. */
    JsonNode document() throws XMLStreamException {
        var root = element();
        while (in.hasNext()) {
            in.next();
        }
        return root;
    }

    JsonNode element() throws XMLStreamException {
        while (in.getEventType() != XMLStreamConstants.START_ELEMENT) {
            if (!in.hasNext()) {
                throw new UnreadableXml("no element");
            }
            refuseDocumentType(in.next());
        }
        var name = in.getLocalName();
        return NODES.objectNode().set(name, content(1));
    }

    private static void refuseDocumentType(int event) {
        if (event == XMLStreamConstants.DTD) {
            throw new UnreadableXml("a document type (DTD) is not allowed");
        }
    }

    private JsonNode content(int depth) throws XMLStreamException {
        refuseExcess(depth);
        ObjectNode object = attributes();
        int attributes = object == null ? 0 : object.size();
        var text = new Text();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    object = object == null ? NODES.objectNode() : object;
                    var name = in.getLocalName();
                    add(object, name, content(depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.add(in.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableXml("an entity of its own is not allowed");
                case XMLStreamConstants.END_ELEMENT -> {
                    return finished(object, attributes, text.value());
                }
                default -> {} // comments and processing instructions say nothing to us
            }
        }
    }

    private void refuseExcess(int depth) {
        if (depth > MAX_DEPTH) {
            throw new UnreadableXml("more than %d levels of elements".formatted(MAX_DEPTH));
        }
        if (++elements > MAX_ELEMENTS) {
            throw new UnreadableXml("more than %d elements".formatted(MAX_ELEMENTS));
        }
        if (in.getAttributeCount() > MAX_ATTRIBUTES) {
            throw new UnreadableXml("more than %d attributes on an element".formatted(MAX_ATTRIBUTES));
        }
    }

    private @Nullable ObjectNode attributes() {
        int count = in.getAttributeCount();
        if (count == 0) {
            return null;
        }
        var object = NODES.objectNode();
        for (int i = 0; i < count; i++) {
            object.put("@" + in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        return object;
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        var earlier = object.get(name);
        switch (earlier) {
            case null -> object.set(name, value);
            case ArrayNode array -> array.add(value);
            default -> object.set(name, NODES.arrayNode().add(earlier).add(value));
        }
    }

    private static JsonNode finished(@Nullable ObjectNode object, int attributes, String text) {
        if (object == null) {
            return TextNode.valueOf(text);
        }
        boolean hasChildren = object.size() > attributes;
        if (hasChildren ? !text.isBlank() : !text.isEmpty()) {
            object.put(TEXT, text);
        }
        return object;
    }

    /** Text comes in pieces; mostly in one. */
    private static final class Text {
        private String first = "";
        private @Nullable StringBuilder more;

        void add(String piece) {
            if (more != null) {
                more.append(piece);
            } else if (first.isEmpty()) {
                first = piece;
            } else {
                more = new StringBuilder(first).append(piece);
            }
        }

        String value() {
            return more == null ? first : more.toString();
        }
    }
}
