package vn.lienthong.hub.edition;

import java.util.List;

/** What one set of files has other than another. */
public record Comparison(List<Change> files, List<KeyChange> cards) {
    static Comparison of(EditionFiles before, EditionFiles after) {
        var files = Change.between(before, after);
        return new Comparison(files, KeyChange.between(before, after, files));
    }

    /** The systems concerned, and what is shared. */
    public List<String> concerns() {
        return files.stream().map(Change::of).distinct().sorted().toList();
    }
}
