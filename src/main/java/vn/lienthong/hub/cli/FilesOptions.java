package vn.lienthong.hub.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.edition.EditionFiles;
import vn.lienthong.hub.live.Tree;

/** Where the files are that an edition is made of. */
final class FilesOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder with integration/, routes/ and mappings/; else the current one.")
    private Path home = Path.of(".");

    byte[] zip() {
        if (!Files.isDirectory(home.resolve("integration"))) {
            throw new ParameterException(spec.commandLine(), "There is no folder integration in " + home);
        }
        return EditionFiles.of(Tree.in(home)).zip();
    }
}
