package vn.lienthong.hub.export;

import java.util.List;

/**
 * What a table is, apart from its rows.
 *
 * @param name of the file it is saved in, without ending
 * @param title what people read above it, in Vietnamese
 * @param facts in JSON beside the rows, in a spreadsheet above them; a CSV file, which programs read, has rows only
 */
public record Table(String name, String title, List<Fact> facts, List<Column> columns) {
    /** A cell whose value the hub cannot know, which is not the same as one that is empty. In JSON it is null. */
    public static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "không rõ";
        }
    };
}
