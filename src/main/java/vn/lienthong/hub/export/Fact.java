package vn.lienthong.hub.export;

/**
 * Something that holds for a whole table, such as the first day of a report.
 *
 * @param name of the member in JSON
 * @param heading what people read before it, in Vietnamese
 * @param value a text, a number, a day or a time
 */
public record Fact(String name, String heading, Object value) {}
