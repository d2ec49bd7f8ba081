package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.mapping.MappingBroken;
import vn.lienthong.hub.mapping.MappingFailed;
import vn.lienthong.hub.mapping.UnreadableBody;
import vn.lienthong.hub.mapping.UnreadableXml;
import vn.lienthong.hub.mapping.Xml;

/**
 * Golden examples that follow their mappings: for who has looked at the difference and wants it. What an example says of
 * the outcome stays, since that is the card's to keep, and so does what a mapping cannot translate at all.
 */
public final class Acceptance {
    private final Tree tree;
    private final GoldenRun golden;

    public Acceptance(Tree tree) {
        this.tree = tree;
        this.golden = GoldenRun.of(tree);
    }

    /** The files of one pack that say otherwise than before. */
    public List<Path> of(String system) throws IOException {
        var written = new ArrayList<Path>();
        for (var example : Example.of(tree.integration().resolve(system))) {
            var made = made(example);
            if (made.isPresent()) {
                Files.writeString(example.out(), text(example, made.get()));
                written.add(example.out());
            }
        }
        return written;
    }

    /** Where it is not what the example wants, or the example says nothing yet. */
    private Optional<JsonNode> made(Example example) throws IOException {
        try {
            if (!Files.exists(example.out())) {
                return Optional.of(golden.made(example));
            }
            if (example.isUnreadable()) {
                return Optional.empty();
            }
            var made = golden.made(example);
            return GoldenRun.differences(example, made).isEmpty() ? Optional.empty() : Optional.of(made);
        } catch (MappingFailed | MappingBroken | UnreadableBody | UnreadableXml | Json.UnreadableJson e) {
            return Optional.empty(); // the test says so
        }
    }

    private static String text(Example example, JsonNode made) throws IOException {
        if (example.isXml()) {
            return indented(Xml.text(made));
        }
        var outcome = Files.exists(example.out()) ? example.outcome() : Optional.<String>empty();
        if (outcome.isPresent() && made instanceof ObjectNode object) {
            object.put("outcome", outcome.get());
        }
        return made.toPrettyString() + "\n";
    }

    private static String indented(String xml) {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            var text = new StringWriter();
            transformer.transform(new StreamSource(new java.io.StringReader(xml)), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a mapping made XML that nobody can read", e);
        }
    }
}
