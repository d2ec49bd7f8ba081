package vn.lienthong.hub.diagnosis;

import static vn.lienthong.hub.diagnosis.Severity.ERROR;
import static vn.lienthong.hub.diagnosis.Severity.NOTE;
import static vn.lienthong.hub.diagnosis.Severity.OK;
import static vn.lienthong.hub.diagnosis.Severity.WARNING;

/** Everything that is looked at. The code is stable; the words may change. */
public enum Symptom {
    JAVA(OK, "java", "Java %s, up to %s of memory", "Java %s, tối đa %s bộ nhớ"),
    DISK(OK, "disk", "%s free", "còn trống %s"),
    DISK_LOW(
            WARNING,
            "disk.low",
            "only %s free",
            "chỉ còn trống %s",
            "Make room, or move files and logs to a larger disk.",
            "Dọn bớt, hoặc chuyển tệp và nhật ký sang ổ lớn hơn."),
    DISK_FULL(
            ERROR,
            "disk.full",
            "only %s free",
            "chỉ còn trống %s",
            "Make room now: what cannot be written is refused.",
            "Dọn ngay: không ghi được thì trục từ chối nhận."),
    FILES(OK, "files", "%s systems", "%s hệ thống"),
    FILES_BROKEN(
            ERROR,
            "files.broken",
            "%s mistakes in cards and calendar",
            "%s lỗi trong thẻ và lịch",
            "hub check names file and line of each.",
            "Chạy hub check để biết tệp và dòng của từng lỗi."),
    SECRET_MISSING(
            WARNING,
            "secret.missing",
            "the environment here lacks %s",
            "môi trường ở đây thiếu %s",
            "Set it where the hub runs; without it the hub does not start.",
            "Đặt biến đó ở nơi trục chạy; thiếu nó trục không khởi động."),
    ADDRESS_LOCAL(
            NOTE,
            "address.local",
            "the address of the card is this machine: %s",
            "địa chỉ trong thẻ là chính máy này: %s",
            "Point it at the real one: HUB_SYSTEMS_%2$s_URL.",
            "Trỏ tới địa chỉ thật: HUB_SYSTEMS_%2$s_URL."),
    CALENDAR(OK, "calendar", "known up to %s", "có đến hết %s"),
    CALENDAR_ENDS(
            WARNING,
            "calendar.ends",
            "ends on %s, in %s days",
            "chỉ có đến %s, còn %s ngày",
            "Add mappings/catalogue/calendar/%3$s.yaml as soon as its days off are announced; due times after the end are"
                    + " refused.",
            "Bổ sung mappings/catalogue/calendar/%3$s.yaml ngay khi có thông báo ngày nghỉ; hạn trả sau ngày cuối bị từ"
                    + " chối."),
    CALENDAR_ENDS_SOON(
            ERROR,
            "calendar.ends-soon",
            "ends on %s, in %s days",
            "chỉ có đến %s, còn %s ngày",
            "Add mappings/catalogue/calendar/%3$s.yaml now: due times after the end are refused already.",
            "Bổ sung ngay mappings/catalogue/calendar/%3$s.yaml: hạn trả sau ngày cuối đã bị từ chối."),
    HUB(OK, "hub", "answers in %s ms", "trả lời sau %s ms"),
    HUB_AWAY(
            ERROR,
            "hub.away",
            "does not answer at this address",
            "không trả lời ở địa chỉ này",
            "Start it, or name its address with --url; --offline looks at the files alone.",
            "Khởi động trục, hoặc chỉ địa chỉ bằng --url; --offline chỉ xem tệp."),
    HUB_REFUSES(
            ERROR,
            "hub.refuses",
            "does not let this client in: %s",
            "không cho máy khách này vào: %s",
            "Name a client with the role ops, integrator or auditor: --client, --secret.",
            "Dùng máy khách có vai trò ops, integrator hoặc auditor: --client, --secret."),
    NODE(OK, "node", "edition %s, version %s, Java %s", "bộ tệp %s, phiên bản %s, Java %s"),
    NODE_SILENT(
            WARNING,
            "node.silent",
            "has not been heard of since %s",
            "im lặng từ %s",
            "If it was stopped, nothing; else look at its log. Its deliveries have gone over to the others.",
            "Nếu đã chủ động dừng thì thôi; nếu không, xem nhật ký của nó. Việc của nó các máy khác đã nhận."),
    NODES_DIFFER(
            ERROR,
            "nodes.differ",
            "nodes run editions %s",
            "các máy chạy các bộ tệp %s",
            "Look into the log of the node that stays behind: it names what it lacks.",
            "Xem nhật ký của máy chạy bộ cũ: ở đó ghi nó thiếu gì."),
    VERSIONS_DIFFER(
            NOTE,
            "nodes.versions",
            "nodes are of versions %s",
            "các máy thuộc các phiên bản %s",
            "Finish the update.",
            "Hoàn tất việc nâng cấp."),
    CLOCK(OK, "clock", "%s ms beside the database", "lệch %s ms so với cơ sở dữ liệu"),
    CLOCK_OFF(
            WARNING,
            "clock.off",
            "%s ms beside the database",
            "lệch %s ms so với cơ sở dữ liệu",
            "Let both machines follow one time server.",
            "Cho cả hai máy theo cùng một máy chủ thời gian."),
    DATABASE(OK, "database", "PostgreSQL %s answers in %s ms", "PostgreSQL %s trả lời sau %s ms"),
    DATABASE_OLD(
            ERROR,
            "database.old",
            "PostgreSQL %s; 15 or later is needed",
            "PostgreSQL %s; cần từ 15",
            "Update the database.",
            "Nâng cấp cơ sở dữ liệu."),
    DATABASE_UNSAFE(
            ERROR,
            "database.unsafe",
            "%s is off",
            "%s đang tắt",
            "Switch it on: without it a power failure loses what was accepted.",
            "Bật lên: nếu tắt, mất điện là mất hồ sơ đã nhận."),
    BROKER(OK, "broker", "answers", "trả lời"),
    BROKER_AWAY(
            ERROR,
            "broker.away",
            "does not answer",
            "không trả lời",
            "Look after Kafka and spring.kafka.bootstrap-servers; what was accepted waits meanwhile.",
            "Kiểm tra Kafka và spring.kafka.bootstrap-servers; việc đã nhận vẫn chờ, không mất."),
    KEY(OK, "key", "evidence is signed by %s", "chứng cứ được ký bằng khóa %s"),
    KEY_MISSING(
            WARNING,
            "key.missing",
            "there is no key to sign evidence with",
            "chưa có khóa ký chứng cứ",
            "Make one and name it in hub.evidence.key.",
            "Tạo khóa và đặt vào hub.evidence.key."),
    SYSTEM(OK, "system", "%s delivered", "%s đã nhận"),
    SYSTEM_UNUSED(
            NOTE,
            "system.unused",
            "nothing was ever delivered there",
            "chưa từng gửi được gì tới đây",
            "hub systems --test shows whether it can be reached.",
            "Chạy hub systems --test để biết có gọi được không."),
    SYSTEM_FAILING(
            ERROR,
            "system.failing",
            "fails: %s",
            "đang lỗi: %s",
            "hub systems --test says why; its deliveries wait and go out when it answers again.",
            "Chạy hub systems --test để biết vì sao; việc gửi tới đó đang chờ và tự đi khi nó trả lời."),
    CERTIFICATE(OK, "certificate", "ends on %s, in %s days", "hết hạn %s, còn %s ngày"),
    CERTIFICATE_ENDS(
            WARNING,
            "certificate.ends",
            "ends on %s, in %s days",
            "hết hạn %s, còn %s ngày",
            "Ask its owner when the next one comes; a new issuer must be trusted here before.",
            "Hỏi đơn vị chủ quản khi nào thay; nếu đổi nơi cấp thì phải tin cậy ở đây trước."),
    CERTIFICATE_ENDS_SOON(
            ERROR,
            "certificate.ends-soon",
            "ends on %s, in %s days",
            "hết hạn %s, còn %s ngày",
            "Call its owner: on that day no call gets through.",
            "Gọi ngay đơn vị chủ quản: từ ngày đó không gọi được nữa."),
    SYSTEM_CLOCK(
            WARNING,
            "system.clock",
            "its clock is %s s beside ours",
            "đồng hồ lệch %s giây so với trục",
            "Tell its owner: times that it stores by its own clock are wrong by as much.",
            "Báo đơn vị chủ quản: giờ bên đó tự ghi sẽ sai chừng ấy."),
    DRIFT(
            WARNING,
            "drift",
            "%s times answered otherwise than before",
            "%s lần trả lời khác trước",
            "hub drift --system shows what moved; mend card and mappings, then accept it.",
            "Chạy hub drift --system để xem đổi gì; sửa thẻ và ánh xạ rồi xác nhận.");

    private final Severity severity;
    private final String code;
    private final String en;
    private final String vi;
    private final String todoEn;
    private final String todoVi;

    Symptom(Severity severity, String code, String en, String vi) {
        this(severity, code, en, vi, "", "");
    }

    Symptom(Severity severity, String code, String en, String vi, String todoEn, String todoVi) {
        this.severity = severity;
        this.code = code;
        this.en = en;
        this.vi = vi;
        this.todoEn = todoEn;
        this.todoVi = todoVi;
    }

    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** @param details in their order in the words */
    public Finding of(String subject, Object... details) {
        return new Finding(
                code,
                severity,
                subject,
                en.formatted(details),
                vi.formatted(details),
                todoEn.isEmpty() ? null : todoEn.formatted(details),
                todoVi.isEmpty() ? null : todoVi.formatted(details));
    }
}
