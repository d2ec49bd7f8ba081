package vn.lienthong.hub.privacy;

import java.text.Normalizer;

/** A text without case and diacritics, letter by letter: what is found in it stands at the same place in the original. */
record Folding(String original, String text) {
    static Folding of(String text) {
        var original = Normalizer.normalize(text, Normalizer.Form.NFC);
        var folded = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); i++) {
            folded.append(folded(original.charAt(i)));
        }
        return new Folding(original, folded.toString());
    }

    private static char folded(char letter) {
        var lower = Character.toLowerCase(letter);
        if (lower < 0x80) {
            return lower;
        }
        return lower == 'đ'
                ? 'd'
                : Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                        .charAt(0);
    }
}
