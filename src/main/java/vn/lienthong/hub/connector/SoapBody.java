package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.Source;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.cxf.staxutils.StaxUtils;
import vn.lienthong.hub.mapping.Xml;

/** The payload of a SOAP answer as a tree, read from CXF's own stream: no document is built on the way. */
final class SoapBody {
    private SoapBody() {}

    static JsonNode tree(Object body) {
        if (body instanceof CxfPayload<?> payload && !payload.getBodySources().isEmpty()) {
            return read(payload.getBodySources().getFirst());
        }
        throw new Faults.ReplyNotMapped("empty", null);
    }

    private static JsonNode read(Source source) {
        var reader = StaxUtils.createXMLStreamReader(source);
        try {
            return Xml.read(reader);
        } finally {
            close(reader);
        }
    }

    private static void close(javax.xml.stream.XMLStreamReader reader) {
        try {
            StaxUtils.close(reader);
        } catch (XMLStreamException e) {
            throw new Faults.ReplyNotMapped("broken XML", e);
        }
    }
}
