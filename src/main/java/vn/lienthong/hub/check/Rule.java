package vn.lienthong.hub.check;

/** Everything that is looked for. The code of a rule is stable; its words may change. */
public enum Rule {
    FILE_UNREADABLE("file.unreadable", "cannot be read: %s", "không đọc được: %s"),
    FILE_MISSING("file.missing", "there is no file %s", "không có tệp %s"),
    FILE_SYNTAX("file.syntax", "%s", "sai cú pháp: %s"),
    FILE_UNUSED(Severity.WARNING, "file.unused", "nobody uses %s", "không ai dùng %s"),
    KEY_UNKNOWN("key.unknown", "'%s' is not a key that may stand here", "khóa ‘%s’ không được có ở đây"),
    KEY_MISSING("key.missing", "the key '%s' is missing", "thiếu khóa ‘%s’"),
    KEY_TWICE("key.twice", "'%s' is written twice", "‘%s’ được viết hai lần"),
    VALUE_WRONG("value.wrong", "'%s' may not stand here: %s", "không dùng được giá trị ‘%s’ ở đây: %s"),
    REFERENCE_UNKNOWN("reference.unknown", "there is no %s", "không có %s"),
    DATES_DISORDER("dates.disorder", "%s", "thời hạn chồng nhau hoặc sai thứ tự: %s"),
    RULE_BROKEN("rule.broken", "%s", "sai quy tắc: %s"),
    CARD_MISSING("card.missing", "there is no system %s", "không có hệ thống %s"),
    CARD_ADDRESS("card.address", "%s is the address of %s, too", "%s cũng là địa chỉ của %s"),
    ROUTE_MISSING(
            "route.missing", "the card needs the route %s, which there is not", "thẻ cần tuyến %s nhưng không có"),
    ROUTE_TWICE("route.twice", "the route %s is in %s, too", "tuyến %s cũng có trong %s"),
    ROUTE_NAME("route.name", "the route is called %s, not %s…", "tuyến tên là %s, phải bắt đầu bằng %s"),
    ROUTE_FROM("route.from", "the route %s is reached as %s", "tuyến %s lại được gọi qua %s"),
    ROUTE_UNKNOWN("route.unknown", "there is no route %s", "không có tuyến %s"),
    ROUTE_STEP("route.step", "Camel knows no '%s' here", "Camel không biết ‘%s’ ở đây"),
    ROUTE_COMPONENT("route.component", "there is no component '%s'", "không có thành phần ‘%s’"),
    ROUTE_OPTION("route.option", "the component %s has no option '%s'", "thành phần %s không có tùy chọn ‘%s’"),
    ROUTE_OPTION_LIKELY(
            Severity.WARNING,
            "route.option-likely",
            "'%s' is no option and goes out as a part of the address",
            "‘%s’ không phải tùy chọn, sẽ bị gửi đi như một phần địa chỉ"),
    ROUTE_RETRIES(
            "route.retries",
            "'%s': a route neither retries nor catches; the hub does",
            "‘%s’: tuyến không tự gửi lại, không tự bắt lỗi; việc đó của trục"),
    ROUTE_PLACEHOLDER("route.placeholder", "nothing gives {{%s}} a value", "không nơi nào cho giá trị của {{%s}}"),
    MAPPING_UNKNOWN("mapping.unknown", "there is no mapping %s", "không có ánh xạ %s"),
    MAPPING_BROKEN("mapping.broken", "%s", "ánh xạ hỏng: %s"),
    OPERATION_UNMAPPED("operation.unmapped", "the operation %s has no mapping %s", "thao tác %s không có ánh xạ %s"),
    TABLE_ENTRY("table.entry", "the list %s has no code '%s'", "danh mục %s không có mã ‘%s’"),
    EXAMPLE_MISSING("example.missing", "the mapping %s has no golden example", "ánh xạ %s không có ví dụ mẫu"),
    EXAMPLE_HALF("example.half", "the example has no %s", "ví dụ thiếu tệp %s"),
    EXAMPLE_DIFFERS("example.differs", "%s comes out otherwise: %s", "%s cho kết quả khác: %s"),
    EXAMPLE_FAILS("example.fails", "%s cannot be mapped: %s", "%s không ánh xạ được: %s"),
    CONTRACT_MISSING("contract.missing", "the pack has no contract", "gói không có hợp đồng"),
    CONTRACT_QUESTION("contract.question", "%s", "hợp đồng của câu hỏi: %s"),
    TESTS_MISSING(
            "tests.missing",
            "the pack has a simulator and no tests.yaml",
            "gói có bộ giả lập nhưng không có tests.yaml"),
    TESTS_SHOWS("tests.shows", "no case shows %s", "không ca nào thử %s"),
    TESTS_FAULT("tests.fault", "the simulator has no switch %s", "bộ giả lập không có công tắc %s"),
    TESTS_OPERATION("tests.operation", "the card has no operation %s", "thẻ không có thao tác %s"),
    SECRET("secret.written", "%s is written in a file; write ${NAME}", "%s nằm trong tệp; hãy viết ${TÊN}");

    private final Severity severity;
    private final String code;
    private final String en;
    private final String vi;

    Rule(String code, String en, String vi) {
        this(Severity.ERROR, code, en, vi);
    }

    Rule(Severity severity, String code, String en, String vi) {
        this.severity = severity;
        this.code = code;
        this.en = en;
        this.vi = vi;
    }

    public Severity severity() {
        return severity;
    }

    public String code() {
        return code;
    }

    String en(Object... subjects) {
        return en.formatted(subjects);
    }

    String vi(Object... subjects) {
        return vi.formatted(subjects);
    }
}
