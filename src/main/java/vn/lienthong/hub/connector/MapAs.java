package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Xml;

/** What a mapping's result becomes on the message. */
enum MapAs {
    JSON {
        @Override
        void put(JsonNode result, Message message) {
            body(message, Json.bytes(result), "application/json");
        }
    },
    XML {
        @Override
        void put(JsonNode result, Message message) {
            body(message, Xml.write(result), "text/xml; charset=UTF-8");
        }
    },
    /** The body of a SOAP call. */
    PAYLOAD {
        @Override
        void put(JsonNode result, Message message) {
            message.setBody(SoapBody.of(result));
        }
    },
    /** Fields of the result become the body of an HTML form. */
    FORM {
        @Override
        void put(JsonNode result, Message message) {
            var form = result.properties().stream()
                    .map(field -> encoded(field.getKey()) + "="
                            + encoded(field.getValue().asText()))
                    .collect(Collectors.joining("&"));
            body(message, form.getBytes(StandardCharsets.US_ASCII), "application/x-www-form-urlencoded");
        }
    },
    /** Fields of the result become headers; the body stays. */
    HEADERS {
        @Override
        void put(JsonNode result, Message message) {
            result.properties()
                    .forEach(field ->
                            message.setHeader(field.getKey(), field.getValue().asText()));
        }
    },
    /** The result stays a tree: a reply, read by the hub itself. */
    TREE {
        @Override
        void put(JsonNode result, Message message) {
            message.setBody(result);
        }
    };

    private static final String REQUEST = ".request";

    abstract void put(JsonNode result, Message message);

    static MapAs of(@Nullable String as, String mapping) {
        if (as != null) {
            return valueOf(as.toUpperCase(Locale.ROOT));
        }
        return mapping.endsWith(REQUEST) ? JSON : TREE;
    }

    private static void body(Message message, byte[] bytes, String type) {
        message.setBody(bytes);
        message.setHeader(Exchange.CONTENT_TYPE, type);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
