package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageContentsList;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.wsdl.interceptors.BareOutInterceptor;
import vn.lienthong.hub.mapping.UnwritableXml;
import vn.lienthong.hub.mapping.Xml;

/** The payload of a SOAP call as a tree, written to and read from CXF's own streams: no document is built on the way. */
final class SoapBody {
    private SoapBody() {}

    static CxfPayload<SoapHeader> of(JsonNode tree) {
        return new CxfPayload<>(new ArrayList<>(), List.of(new Tree(tree)), null);
    }

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

    /** What our own step does not write is there as bytes for whoever asks. */
    private static final class Tree extends StreamSource {
        private final JsonNode root;

        Tree(JsonNode root) {
            this.root = root;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(Xml.write(root));
        }
    }

    /** A step of each call, before the one that would read the payload as XML in order to write it again. */
    static final class Writing extends AbstractPhaseInterceptor<Message> {
        Writing() {
            super(Phase.MARSHAL);
            addBefore(BareOutInterceptor.class.getName());
        }

        @Override
        public void handleMessage(Message message) {
            var contents = MessageContentsList.getContentsList(message);
            if (contents != null && contents.size() == 1 && contents.getFirst() instanceof Tree tree) {
                write(tree.root, message.getContent(XMLStreamWriter.class));
                contents.clear();
            }
        }

        private static void write(JsonNode root, XMLStreamWriter into) {
            try {
                Xml.write(root, into);
            } catch (UnwritableXml e) {
                throw new Fault(new Faults.RequestNotMapped(e));
            } catch (XMLStreamException e) {
                throw new Fault(e);
            }
        }
    }
}
