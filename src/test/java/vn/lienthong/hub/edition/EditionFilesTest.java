package vn.lienthong.hub.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.live.Tree;

class EditionFilesTest {
    private static final EditionFiles SHOP = EditionFiles.of(Tree.in(Path.of("src/test/resources/packs/shop")));

    @TempDir
    private Path folder;

    private static EditionFiles sent(Map<String, byte[]> files) {
        return EditionFiles.unzip(new ByteArrayInputStream(Zips.of(files)));
    }

    @Test
    void comesBackFromAZipAsItWentIn() {
        var back = EditionFiles.unzip(new ByteArrayInputStream(SHOP.zip()));

        assertThat(back.byPath()).containsOnlyKeys(SHOP.byPath().keySet());
        assertThat(back.hash()).isEqualTo(SHOP.hash());
    }

    @Test
    void hasAnotherHashWhenAByteOrANameDiffers() {
        var changed = new HashMap<>(SHOP.byPath());
        changed.put("routes/shop.camel.yaml", new byte[] {'x'});
        var renamed = new HashMap<>(SHOP.byPath());
        renamed.put("routes/shop2.camel.yaml", renamed.remove("routes/shop.camel.yaml"));

        assertThat(sent(changed).hash()).isNotEqualTo(SHOP.hash());
        assertThat(sent(renamed).hash()).isNotEqualTo(SHOP.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../routes/a.yaml",
                "routes/../../a.yaml",
                "/routes/a.yaml",
                "routes//a.yaml",
                "routes\\a.yaml",
                "routes/.ssh/a.yaml",
                "src/a.yaml",
                "routes/a.sh",
                "routes/a.class",
                "routes/a",
                "integration",
                "routes/tên.yaml",
                "C:/routes/a.yaml"
            })
    void refusesAPathThatIsOfNoEdition(String path) {
        assertThatThrownBy(() -> sent(Map.of(path, new byte[1])))
                .isInstanceOf(FilesRefused.class)
                .hasMessageStartingWith("a file of an edition lies in");
    }

    @Test
    void refusesAFileThatUnfoldsToMoreThanThereMayBe() {
        assertThatThrownBy(() -> sent(Map.of("routes/a.yaml", new byte[EditionFiles.LARGEST_FILE + 1])))
                .isInstanceOf(FilesRefused.class);
    }

    @Test
    void refusesManyFilesThatUnfoldToMoreThanThereMayBe() {
        var bomb = new HashMap<String, byte[]>();
        for (int n = 0; n <= EditionFiles.LARGEST / EditionFiles.LARGEST_FILE; n++) {
            bomb.put("routes/a" + n + ".yaml", new byte[EditionFiles.LARGEST_FILE]);
        }

        assertThat(Zips.of(bomb)).hasSizeLessThan(1 << 20);
        assertThatThrownBy(() -> sent(bomb)).isInstanceOf(FilesRefused.class);
    }

    @Test
    void refusesMoreFilesThanThereMayBe() {
        var many = new HashMap<String, byte[]>();
        for (int n = 0; n <= EditionFiles.MOST; n++) {
            many.put("routes/a" + n + ".yaml", new byte[0]);
        }

        assertThatThrownBy(() -> sent(many)).isInstanceOf(FilesRefused.class);
    }

    @Test
    void refusesWhatIsNoZipOrBreaksOff() {
        var zip = SHOP.zip();

        assertThatThrownBy(() -> EditionFiles.unzip(new ByteArrayInputStream("no zip".getBytes())))
                .isInstanceOf(FilesRefused.class);
        assertThatThrownBy(() -> EditionFiles.unzip(new ByteArrayInputStream(zip, 0, zip.length / 3)))
                .isInstanceOf(FilesRefused.class);
    }

    @Test
    void leavesOutWhatAnEditorPutBesideTheFiles() throws IOException {
        Files.createDirectories(folder.resolve("routes"));
        Files.writeString(folder.resolve("routes/a.camel.yaml"), "[]");
        Files.writeString(folder.resolve("routes/.a.camel.yaml.swp"), "x");
        Files.writeString(folder.resolve("routes/a.camel.yaml~"), "x");

        assertThat(EditionFiles.of(Tree.in(folder)).byPath()).containsOnlyKeys("routes/a.camel.yaml");
    }

    @Test
    void followsLinksAsAnOrchestratorMountsFiles() throws IOException {
        Files.createDirectories(folder.resolve("routes/..data"));
        Files.writeString(folder.resolve("routes/..data/a.camel.yaml"), "[]");
        Files.createSymbolicLink(folder.resolve("routes/a.camel.yaml"), Path.of("..data/a.camel.yaml"));

        assertThat(EditionFiles.of(Tree.in(folder)).byPath()).containsOnlyKeys("routes/a.camel.yaml");
    }
}
