package vn.lienthong.hub.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path root;

    @Test
    void namesWhatLiesInAFolderAndTheFilesBelowIt() throws IOException {
        var below = Files.createDirectories(root.resolve("b"));
        Files.writeString(below.resolve("deep.csv"), "");
        Files.writeString(root.resolve("c.yaml"), "");
        Files.writeString(root.resolve("a.yaml"), "");

        var listing = Listing.of(root);

        assertThat(listing.in(root)).containsExactly(root.resolve("a.yaml"), below, root.resolve("c.yaml"));
        assertThat(listing.below(root))
                .containsExactly(root.resolve("a.yaml"), below.resolve("deep.csv"), root.resolve("c.yaml"));
        assertThat(listing.isFolder(below)).isTrue();
        assertThat(listing.isFolder(root.resolve("a.yaml"))).isFalse();
    }

    /** Mounted settings are links to files in a folder that is exchanged as a whole. */
    @Test
    void takesALinkToAFileForAFileAndALinkToNothingForNothing() throws IOException {
        var file = Files.writeString(root.resolve("a.yaml"), "");
        var link = Files.createSymbolicLink(root.resolve("b.yaml"), file);
        Files.createSymbolicLink(root.resolve("c.yaml"), root.resolve("gone.yaml"));

        assertThat(Listing.of(root).below(root)).containsExactly(file, link);
    }

    @Test
    void hasNothingOfAFolderThatIsNotThere() {
        var gone = root.resolve("gone");

        assertThat(Listing.of(gone).in(gone)).isEmpty();
        assertThat(Listing.of(gone).below(gone)).isEmpty();
    }
}
