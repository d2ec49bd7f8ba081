package vn.lienthong.hub.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.check.Nearest;
import vn.lienthong.hub.live.Tree;

/** Where the files of systems lie, and in which form a command without a hub answers. */
final class FolderOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder with integration/, routes/ and mappings/; else HUB_HOME, else the current one.")
    Path home = Path.of("");

    @Option(names = "--json", description = "Write JSON instead of text.")
    boolean json;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    Tree tree() {
        return Tree.in(home);
    }

    /**
     * The packs that are named; all where none is.
     *
     * @throws ParameterException for one that there is not
     */
    List<String> packs(List<String> names, List<String> known) {
        for (var name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no folder integration/%s%s."
                                .formatted(
                                        name,
                                        Nearest.to(name, known)
                                                .map(" (did you mean %s?)"::formatted)
                                                .orElse("")));
            }
        }
        return names.isEmpty() ? known : names;
    }

    Language language() {
        return language.language;
    }
}
