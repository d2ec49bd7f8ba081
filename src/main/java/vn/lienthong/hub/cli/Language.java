package vn.lienthong.hub.cli;

import java.util.Locale;

/** In which people are told; words of the interface, such as states and codes, are the same in both. */
enum Language {
    VI,
    EN;

    <T> T of(T english, T vietnamese) {
        return this == VI ? vietnamese : english;
    }

    Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
