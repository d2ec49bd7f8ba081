package vn.lienthong.hub.cli;

import picocli.CommandLine.Option;

/** In which language a command tells its result. */
final class LanguageOption {
    @Option(names = "--lang", paramLabel = "vi|en", description = "Language of the result; else HUB_LANG, else en.")
    Language language = Language.EN;
}
