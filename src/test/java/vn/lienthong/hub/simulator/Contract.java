package vn.lienthong.hub.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The rule a request body is held to before the script sees it, so that a simulator is as strict as its system. */
@FunctionalInterface
interface Contract {
    /** What is wrong with the body, if anything. */
    Optional<String> violation(byte[] body);

    /** @param schema an XSD, a WSDL with its schemas inside, or a JSON Schema; a fragment names a part of the latter */
    static Contract of(Path folder, String schema) {
        var file = folder.resolve(schema.replaceFirst("#.*", ""));
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no schema %s, which a stub names".formatted(file));
        }
        return schema.matches(".*\\.(xsd|wsdl)") ? XmlContract.of(file) : JsonContract.of(file, schema);
    }
}
