package vn.lienthong.hub.mapping;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The bridge between XML and trees.
 *
 * <p>Reading drops prefixes: elements go by local name, attributes by {@code @name}; namespace declarations vanish.
 * Repeated elements become an array, an element of text alone becomes a string, an empty one {@code ""}, text beside
 * attributes or children {@code #text}.
 *
 * <p>Writing takes {@code {"p:Root": {"@xmlns:p": "urn:x", "@a": "v", "p:Child": ["a", "b"]}}}; the order of keys is the
 * order of elements, nulls are left out.
 *
 * <p>A stranger's XML is refused when it has a document type, an entity of its own, or more than
 * {@value XmlReader#MAX_DEPTH} levels, {@value XmlReader#MAX_ELEMENTS} elements, {@value XmlReader#MAX_ATTRIBUTES}
 * attributes on one element, or {@value #MAX_BYTES} bytes.
 */
public final class Xml {
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);
    private static final XMLInputFactory INPUT = input();
    private static final XMLOutputFactory OUTPUT = output();

    private Xml() {}

    /** Woodstox by name: looked up it would be the thread that asks who decides, and the JDK's own knows no such bounds. */
    private static XMLInputFactory input() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty("com.ctc.wstx.lazyParsing", false);
        factory.setProperty("com.ctc.wstx.maxAttributesPerElement", XmlReader.MAX_ATTRIBUTES);
        factory.setProperty("com.ctc.wstx.maxElementDepth", XmlReader.MAX_DEPTH);
        return factory;
    }

    private static XMLOutputFactory output() {
        var factory = new WstxOutputFactory();
        factory.setProperty("com.ctc.wstx.outputValidateNames", true);
        factory.setProperty("org.codehaus.stax2.automaticEmptyElements", true);
        return factory;
    }

    /** @throws UnreadableXml when it is not one XML document within our bounds */
    public static JsonNode read(byte[] bytes) {
        refuseJunk(bytes);
        return whole(() -> INPUT.createXMLStreamReader(new ByteArrayInputStream(bytes)));
    }

    /** As {@link #read(byte[])}; an encoding named in the text's declaration means nothing. */
    public static JsonNode read(String text) {
        if (text.length() > MAX_BYTES) {
            throw new UnreadableXml("XML of more than %d bytes".formatted(MAX_BYTES));
        }
        return whole(() -> INPUT.createXMLStreamReader(new StringReader(text)));
    }

    /**
     * Reads the element the reader stands on, or else its first; leaves the reader on that element's end. The reader's
     * own factory must refuse external entities.
     */
    public static JsonNode read(XMLStreamReader reader) {
        return guarded(() -> new XmlReader(reader).element());
    }

    /** UTF-8, with a declaration. */
    public static byte[] write(JsonNode tree) {
        var bytes = new ByteArrayOutputStream(4096);
        try {
            var writer = OUTPUT.createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            finish(writer, tree);
        } catch (XMLStreamException e) {
            throw new UnwritableXml("a name that XML does not allow");
        }
        return bytes.toByteArray();
    }

    /** Without a declaration, to stand inside another document or text. */
    public static String text(JsonNode tree) {
        var text = new StringWriter(4096);
        try {
            finish(OUTPUT.createXMLStreamWriter(text), tree);
        } catch (XMLStreamException e) {
            throw new UnwritableXml("a name that XML does not allow");
        }
        return text.toString();
    }

    /** Into another document, where the writer stands; every prefix is declared in the tree itself. */
    public static void write(JsonNode tree, XMLStreamWriter into) throws XMLStreamException {
        new XmlWriter(into).document(tree);
    }

    private static void finish(XMLStreamWriter writer, JsonNode tree) throws XMLStreamException {
        write(tree, writer);
        writer.writeEndDocument();
        writer.close();
    }

    private static JsonNode whole(Opening opening) {
        return guarded(() -> {
            var reader = opening.open();
            try {
                return new XmlReader(reader).document();
            } finally {
                reader.close();
            }
        });
    }

    private static JsonNode guarded(Reading reading) {
        try {
            return reading.read();
        } catch (XMLStreamException e) {
            throw new UnreadableXml(e);
        } catch (RuntimeException e) {
            // a reader that parses lazily throws unchecked from its getters
            throw e.getCause() instanceof XMLStreamException cause ? new UnreadableXml(cause) : e;
        }
    }

    private static void refuseJunk(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableXml("XML of more than %d bytes".formatted(MAX_BYTES));
        }
        int first = firstAfterBlanks(bytes);
        if (first == bytes.length) {
            throw new UnreadableXml("empty");
        }
        if (bytes[first] != '<' && !isUtf16(bytes)) {
            throw new UnreadableXml("something stands before the XML");
        }
        if (first > markLength(bytes) && startsWith(bytes, first, DECLARATION)) {
            throw new UnreadableXml("blanks stand before the XML declaration");
        }
    }

    static int firstAfterBlanks(byte[] bytes) {
        int at = markLength(bytes);
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] > 0) {
            at++;
        }
        return at;
    }

    static int markLength(byte[] bytes) {
        return startsWith(bytes, 0, MARK) ? MARK.length : 0;
    }

    /** By its byte order mark, or by the zero half of its first {@code <}. */
    static boolean isUtf16(byte[] bytes) {
        int head = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return head == 0xFEFF || head == 0xFFFE || head == 0x003C || head == 0x3C00;
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] start) {
        return bytes.length >= from + start.length
                && java.util.Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
    }

    @FunctionalInterface
    private interface Opening {
        XMLStreamReader open() throws XMLStreamException;
    }

    @FunctionalInterface
    private interface Reading {
        JsonNode read() throws XMLStreamException;
    }
}
