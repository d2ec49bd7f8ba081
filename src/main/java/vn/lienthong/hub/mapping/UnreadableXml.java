package vn.lienthong.hub.mapping;

import javax.xml.stream.XMLStreamException;

/**
 * Bytes that are no XML, or XML that we refuse to read; says where, never what: a parser quotes what it stumbles over, so
 * its own exception is not kept as a cause.
 */
public final class UnreadableXml extends RuntimeException {
    UnreadableXml(String message) {
        super(message);
    }

    UnreadableXml(XMLStreamException cause) {
        super("not XML" + place(cause));
    }

    private static String place(XMLStreamException cause) {
        var at = cause.getLocation();
        return at == null ? "" : " at line %d, column %d".formatted(at.getLineNumber(), at.getColumnNumber());
    }
}
