package vn.lienthong.hub.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.hub.connector.Papers;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/**
 * Reads the papers that leave the hub inside a message. Only those of the dossier that the message is about: what it names
 * may have been edited by hand.
 */
@Component
class SentPapers implements Papers {
    private final CitizenFiles files;
    private final FileSettings settings;

    SentPapers(CitizenFiles files, FileSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** It can never be sent. */
    private static final class Unsendable extends RuntimeException {
        Unsendable(String why) {
            super(why, null, false, false);
        }
    }

    @Override
    public JsonNode of(JsonNode message, String system) {
        try {
            return read(message, Caller.ofSystem(system));
        } catch (IOException | DataAccessException | TransactionException | CompletionException e) {
            throw new Unreadable(e);
        }
    }

    private JsonNode read(JsonNode message, Caller caller) throws IOException {
        var all = Json.MAPPER.createArrayNode();
        var there = there(message);
        long left = settings.sent().toBytes();
        for (var paper : message.at("/entry/data/papers")) {
            if (paper.has("file")) {
                var file = there.get(paper.path("file").asText());
                if (file == null || file.state() != CitizenFile.State.READY) {
                    throw new Unsendable("a paper that the message names is not one of its dossier");
                }
                left -= file.size();
                if (left < 0) {
                    throw new Unsendable("the papers have more than " + settings.sent() + " together");
                }
                all.add(described(paper, file).put("base64", base64(file, caller)));
            }
        }
        return all;
    }

    private Map<String, CitizenFile> there(JsonNode message) {
        var dossier = message.at("/dossier/code").asText();
        return files.of(dossier).stream()
                .collect(Collectors.toMap(file -> file.id().toString(), Function.identity()));
    }

    private static ObjectNode described(JsonNode paper, CitizenFile file) {
        return Json.MAPPER
                .createObjectNode()
                .put("file", file.id().toString())
                .put("name", paper.path("name").asText())
                .put("mediaType", file.mediaType())
                .put("size", file.size())
                .put("sha256", file.sha256());
    }

    private String base64(CitizenFile file, Caller caller) throws IOException {
        var bytes = new ByteArrayOutputStream(Math.toIntExact(file.size()));
        files.read(file, 0, file.size(), caller, bytes);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
