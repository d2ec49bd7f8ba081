package vn.lienthong.hub.cli;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;
import vn.lienthong.hub.live.Tree;

/** Where the files of systems lie, and in which form a command without a hub answers. */
final class FolderOptions {
    /** Of findings; commands themselves speak English. */
    enum Language {
        VI,
        EN
    }

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder with integration/, routes/ and mappings/; else HUB_HOME, else the current one.")
    Path home = Path.of("");

    @Option(names = "--json", description = "Write JSON instead of text.")
    boolean json;

    @Option(names = "--lang", paramLabel = "vi|en", description = "Language of the findings; else HUB_LANG, else en.")
    Language language = Language.EN;

    Tree tree() {
        return Tree.in(home);
    }

    Locale locale() {
        return Locale.of(language.name().toLowerCase(Locale.ROOT));
    }
}
