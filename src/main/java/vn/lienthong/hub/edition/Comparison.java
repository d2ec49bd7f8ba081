package vn.lienthong.hub.edition;

import java.util.List;

/** What one set of files has other than another. */
public record Comparison(List<Change> files, List<KeyChange> cards, List<Effect> effects) {
    static Comparison of(EditionFiles before, EditionFiles after) {
        return new Comparison(Change.between(before, after), List.of(), List.of());
    }

    /** For people who want to know what that means. */
    static Comparison inFull(EditionFiles before, EditionFiles after) {
        var texts = new TextDiff();
        var files = Change.between(before, after);
        return new Comparison(
                files.stream().map(change -> change.told(texts, before, after)).toList(),
                KeyChange.between(before, after, files),
                Effect.between(before, after, files));
    }

    /** The systems concerned, and what is shared. */
    public List<String> concerns() {
        return files.stream().map(Change::of).distinct().sorted().toList();
    }
}
