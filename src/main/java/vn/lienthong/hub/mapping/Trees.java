package vn.lienthong.hub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import vn.lienthong.hub.json.Json;

/** Reads a body as a tree, whichever of the two formats it has. */
public final class Trees {
    private Trees() {}

    /**
     * XML when the first character that is no blank is {@code <}, else JSON. A byte order mark, which some systems put
     * before either, is skipped.
     *
     * @throws UnreadableBody when it is neither
     */
    public static JsonNode read(byte[] bytes) {
        try {
            return isXml(bytes) ? Xml.read(bytes) : Json.parse(withoutMark(bytes));
        } catch (UnreadableXml | Json.UnreadableJson e) {
            throw new UnreadableBody(e);
        }
    }

    private static boolean isXml(byte[] bytes) {
        int first = Xml.firstAfterBlanks(bytes);
        return first < bytes.length && (bytes[first] == '<' || Xml.isUtf16(bytes));
    }

    private static byte[] withoutMark(byte[] bytes) {
        int mark = Xml.markLength(bytes);
        return mark == 0 ? bytes : Arrays.copyOfRange(bytes, mark, bytes.length);
    }
}
