package vn.lienthong.hub.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.hub.json.Json;

/** What a simulated system signs with: keys by name, made when first asked for. */
final class Signing {
    /** Of this key nobody is told. */
    private static final String STRANGER = "stranger";

    private static final int BITS = 2048;

    private final Map<String, RSAKey> keys = new ConcurrentHashMap<>();

    static String s256(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.sha256(text.getBytes(US_ASCII)));
    }

    String jwt(JsonNode claims, String name) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key(name).getKeyID())
                    .build();
            var token = new JWSObject(header, new Payload(Json.text(claims)));
            token.sign(new RSASSASigner(key(name)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode publicKeys() {
        var set = Json.MAPPER.createObjectNode();
        var list = set.putArray("keys");
        keys.forEach((name, key) -> {
            if (!name.equals(STRANGER)) {
                list.add(Json.parse(key.toPublicJWK().toJSONString().getBytes(US_ASCII)));
            }
        });
        return set;
    }

    private RSAKey key(String name) {
        return keys.computeIfAbsent(name, wanted -> {
            try {
                return new RSAKeyGenerator(BITS)
                        .keyID(wanted + "-" + UUID.randomUUID())
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
