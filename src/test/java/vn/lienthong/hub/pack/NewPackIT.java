package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.check.Check;
import vn.lienthong.hub.live.Tree;

class NewPackIT {
    private static final String NAME = "land-register-2";

    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Đất đai}
            servers: [{url: 'https://land.example/v1/'}]
            paths:
              /parcels/{id}/state.json:
                put: {operationId: putParcel, requestBody: {$ref: '#/components/requestBodies/Report'}, responses: {'200': {$ref: '#/components/responses/Done'}}}
              /reports:
                get: {responses: {'200': {$ref: '#/components/responses/Done'}}}
                post: {requestBody: {$ref: '#/components/requestBodies/Report'}, responses: {'202': {$ref: '#/components/responses/Done'}}}
            components:
              requestBodies: {Report: {content: {application/json: {schema: {$ref: '#/components/schemas/Report'}}}}}
              responses: {Done: {description: ok, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}}
              schemas:
                Report:
                  type: object
                  additionalProperties: false
                  required: [code, kind, days, papers, at]
                  properties:
                    code: {type: string, pattern: '^H\\d+$', example: H24}
                    kind: {enum: [new, old]}
                    days: {type: integer, minimum: 3}
                    papers: {type: array, minItems: 1, items: {type: object, properties: {name: {type: string}}}}
                    at: {type: string, format: date-time}
                    note: {type: string}
            """;

    @TempDir
    Path home;

    private Tree tree;

    /** What a pack needs around it. */
    @BeforeEach
    void begin() throws IOException {
        tree = Tree.in(home);
        Files.createDirectories(tree.integration());
        for (var folder :
                new String[] {"routes/platforms", "mappings/catalogue", "mappings/platform", "integration/platform"}) {
            copy(Path.of(folder));
        }
    }

    private void copy(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(home.resolve(file).getParent());
                Files.copy(file, home.resolve(file));
            }
        }
    }

    @Test
    void isSoundAndPassesItsOwnTestsAtOnce() throws IOException {
        NewPack.write(tree, NAME);
        NewPack.writeSoap(tree, "soap");

        assertThat(Check.of(tree)).isEmpty();
        assertThat(new TestRun(tree, () -> Simulators.find(null)).of(List.of(NAME, "soap")))
                .hasSizeGreaterThan(20)
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
    }

    @Test
    void isMadeOfAContract() throws IOException {
        var contract = Files.writeString(home.resolve("land.openapi.yaml"), CONTRACT);

        NewPack.write(tree, NAME, contract, null);

        assertThat(Check.of(tree)).isEmpty();
        assertThat(tree.integration().resolve(NAME).resolve("contract/land.openapi.yaml"))
                .hasSameTextualContentAs(contract);
        assertThat(tree.mappings().resolve(NAME).resolve("key.jslt"))
                .hasContent("{\"Authorization\": \"Bearer \" + $credentials.key}");
        assertThat(new TestRun(tree, () -> Simulators.find(null)).of(List.of(NAME)))
                .hasSizeGreaterThan(10)
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"putParcel", "PUT /parcels/{id}/state.json"})
    void isMadeOfTheOperationThatIsAskedForWhichMayNameTheDossierInItsPath(String operation) throws IOException {
        var contract = Files.writeString(home.resolve("land.openapi.yaml"), CONTRACT);

        NewPack.write(tree, NAME, contract, operation);

        assertThat(Check.of(tree)).isEmpty();
        assertThat(Files.readString(tree.routes().resolve(NAME + ".camel.yaml")))
                .contains("toD: \"{{land-register-2.url}}/parcels/${header.dossier}/state.json?httpMethod=PUT&");
        assertThat(new TestRun(tree, () -> Simulators.find(null)).of(List.of(NAME)))
                .hasSizeGreaterThan(10)
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
    }

    @Test
    void saysWhichOperationsThereAreWhereTheOneThatIsAskedForIsNot() throws IOException {
        var contract = Files.writeString(home.resolve("land.openapi.yaml"), CONTRACT);

        assertThatThrownBy(() -> NewPack.write(tree, NAME, contract, "patchParcel"))
                .isInstanceOf(NewPack.NotNew.class)
                .hasMessageContaining("putParcel, post /reports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: [",
                "openapi: 3.1.0",
                "paths: {/a: {post: {requestBody: {$ref: other.yaml}}}}",
                "paths: {/a: {$ref: '#/paths/~1a'}}",
                "paths: {/a: {post: {requestBody: {content: {application/json: {schema: {type: string, pattern: '^H$'}}}}, responses: {'200': {content: {application/json: {schema: {}}}}}}}}"
            })
    void refusesAContractThatNoPackCanBeMadeOf(String text) throws IOException {
        var contract = Files.writeString(home.resolve("land.openapi.yaml"), text);

        assertThatThrownBy(() -> NewPack.write(tree, NAME, contract, null)).isInstanceOf(NewPack.NotNew.class);
        assertThat(tree.integration().resolve(NAME)).doesNotExist();
    }

    @Test
    void givesEachSimulatorAPortOfItsOwn() throws IOException {
        NewPack.write(tree, "one");
        NewPack.write(tree, "two");

        assertThat(Check.of(tree)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Land",
                "land_register",
                "-land",
                "land--register",
                "../land",
                "land.register",
                "platform",
                "catalogue"
            })
    void refusesANameThatNoSystemCanHave(String name) {
        assertThatThrownBy(() -> NewPack.write(tree, name)).isInstanceOf(NewPack.NotNew.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration/land", "routes/land.camel.yaml", "mappings/land"})
    void overwritesNothing(String there) throws IOException {
        var path = home.resolve(there);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "mine");

        assertThatThrownBy(() -> NewPack.write(tree, "land"))
                .isInstanceOf(NewPack.NotNew.class)
                .hasMessageContaining("nothing is overwritten");
        assertThat(path).hasContent("mine");
        assertThat(tree.integration().resolve("land/system.yaml")).doesNotExist();
    }
}
