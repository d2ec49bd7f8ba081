package vn.lienthong.hub.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every problem a caller can be told, as {@code <whose>.<reason>}. Codes are stable: programs decide by them. The title
 * is for developers, the message for the people of an office.
 */
public enum ProblemCode {
    REQUEST_UNREADABLE(
            "request.unreadable",
            400,
            "The body is not one JSON value in UTF-8",
            "Nội dung gửi lên không đọc được: phải là một giá trị JSON mã hóa UTF-8."),
    REQUEST_MALFORMED(
            "request.malformed", 400, "The request is not well-formed HTTP", "Yêu cầu HTTP không đúng cú pháp."),
    REQUEST_PARAMETER(
            "request.parameter",
            400,
            "A query parameter is unknown or not of its form",
            "Tham số truy vấn không có trong hợp đồng hoặc sai định dạng."),
    REQUEST_IDEMPOTENCY_KEY(
            "request.idempotency-key",
            400,
            "Idempotency-Key is not one value of 1 to 255 visible ASCII characters",
            "Khóa chống gửi trùng (Idempotency-Key) sai định dạng: cần 1 đến 255 ký tự ASCII nhìn thấy được."),
    REQUEST_INVALID(
            "request.invalid",
            422,
            "The body does not follow the contract",
            "Dữ liệu không đúng hợp đồng. Xem danh sách trường sai và sửa lại trước khi gửi."),
    REQUEST_KEY_REUSED(
            "request.key-reused",
            422,
            "This Idempotency-Key was used for another content",
            "Khóa chống gửi trùng này đã dùng cho một nội dung khác. Hãy dùng khóa mới."),
    REQUEST_IN_PROGRESS(
            "request.in-progress",
            409,
            "A request with this Idempotency-Key is still running",
            "Yêu cầu cùng khóa đang được xử lý. Hãy hỏi lại sau giây lát.",
            1),
    REQUEST_TOO_LARGE("request.too-large", 413, "The body is larger than 1 MiB", "Nội dung gửi lên lớn hơn 1 MiB."),
    REQUEST_MEDIA_TYPE(
            "request.media-type", 415, "The body must be application/json", "Kiểu nội dung phải là application/json."),
    REQUEST_NOT_ACCEPTABLE(
            "request.not-acceptable",
            406,
            "The answer is not to be had in a media type that is accepted",
            "Không có câu trả lời ở định dạng mà bên gọi chấp nhận (Accept)."),
    REQUEST_METHOD(
            "request.method",
            405,
            "This address does not take this method",
            "Địa chỉ này không nhận phương thức HTTP đã dùng."),
    REQUEST_TOO_MANY(
            "request.too-many",
            422,
            "More dossiers than one package of evidence takes",
            "Số hồ sơ vượt quá mức của một gói bằng chứng. Hãy chọn khoảng thời gian ngắn hơn hoặc một đơn vị."),
    REQUEST_UNKNOWN_PATH("request.unknown-path", 404, "There is nothing at this address", "Không có gì ở địa chỉ này."),

    CALLER_UNAUTHENTICATED(
            "caller.unauthenticated",
            401,
            "A bearer token is needed",
            "Chưa đăng nhập: yêu cầu phải kèm mã truy cập (bearer token)."),
    CALLER_TOKEN_INVALID(
            "caller.token-invalid",
            401,
            "The token is not valid here, or no longer",
            "Mã truy cập không hợp lệ hoặc đã hết hạn. Hãy lấy mã mới."),
    CALLER_UNPROVEN(
            "caller.unproven",
            401,
            "The caller has not shown to be the system it calls for",
            "Không xác thực được hệ thống gọi vào: chữ ký, khóa hoặc thời điểm gửi không đúng."),
    CALLER_FORBIDDEN(
            "caller.forbidden",
            403,
            "No role of the caller allows this",
            "Vai trò của bên gọi không được làm việc này."),
    CALLER_OUT_OF_SCOPE(
            "caller.out-of-scope",
            403,
            "The unit is outside the scope of the caller",
            "Đơn vị hành chính này nằm ngoài phạm vi được giao của bên gọi."),

    RECONCILIATION_NOT_FOUND("reconciliation.not-found", 404, "No such reconciliation", "Không có lần đối soát này."),
    RECONCILIATION_NO_RULES(
            "reconciliation.no-rules",
            422,
            "There is no such system, or its card has no rules to compare by",
            "Không có hệ thống này, hoặc thẻ của nó chưa có quy tắc đối soát."),
    RECONCILIATION_STILL_COMPARING(
            "reconciliation.still-comparing",
            409,
            "It has not been compared to the end",
            "Chưa đối soát xong nên chưa thể áp dụng chỉnh sửa."),
    DISCREPANCY_NOT_OPEN(
            "discrepancy.not-open",
            409,
            "There is no such discrepancy, or it has been dealt with",
            "Không có sai lệch này, hoặc nó đã được xử lý."),

    JOURNEY_NOT_FOUND(
            "journey.not-found",
            404,
            "The dossier is on no journey",
            "Hồ sơ này không thuộc nhóm thủ tục liên thông nào."),
    JOURNEY_NOT_HELD(
            "journey.not-held",
            409,
            "Nothing holds the journey up, or it has ended",
            "Không có bước nào đang chờ quyết định, hoặc chuỗi liên thông đã kết thúc."),
    RECEIVED_NOT_FOUND("received.not-found", 404, "No such message", "Không có thông điệp này."),
    RECEIVED_NOT_DEAD(
            "received.not-dead",
            409,
            "The message is being reported, or was",
            "Thông điệp này đang hoặc đã được ghi nhận, không cần đưa lại."),
    DELIVERY_NOT_FOUND(
            "delivery.not-found",
            404,
            "No such delivery or attempt, or none that the caller may see",
            "Không có lần gửi này, hoặc không thuộc phạm vi được xem."),

    REPAIR_NOT_FOUND("repair.not-found", 404, "No such plan or edit", "Không có kế hoạch hoặc đề nghị sửa này."),
    REPAIR_NOT_NOW(
            "repair.not-now",
            409,
            "It is in no state for this now",
            "Không làm được việc này ở tình trạng hiện tại. Hãy tải lại để xem tình trạng mới nhất."),
    REPAIR_REQUEST_DIFFERS(
            "repair.request-differs",
            409,
            "The same id was used for another request",
            "Mã yêu cầu này đã dùng cho một việc khác."),
    REPAIR_TOO_MANY(
            "repair.too-many",
            422,
            "More deliveries than one plan takes",
            "Số lượng vượt quá mức của một kế hoạch. Hãy chọn hẹp hơn."),
    REPAIR_NOT_CONFIRMED(
            "repair.not-confirmed",
            422,
            "The number of deliveries has to be confirmed, and is another",
            "Phải gõ đúng số lượng để xác nhận."),
    REPAIR_SAME_PERSON(
            "repair.same-person",
            409,
            "Who proposed an edit does not approve it",
            "Người đề nghị sửa không được tự duyệt. Cần người thứ hai."),
    REPAIR_PATCH(
            "repair.patch",
            422,
            "The patch changes nothing, or what may not be changed",
            "Nội dung sửa trống, hoặc sửa vào phần không được sửa (mã, thời điểm)."),

    OUTAGE_NOT_FOUND("outage.not-found", 404, "No such planned outage", "Không có đợt tạm dừng này."),
    OUTAGE_OVER(
            "outage.over",
            422,
            "The outage ends before it begins, or is over",
            "Thời gian tạm dừng không hợp lệ hoặc đã qua."),

    DRIFT_NOT_OPEN(
            "drift.not-open",
            409,
            "There is no such drift, or it has been accepted",
            "Không có thay đổi này, hoặc đã được xác nhận."),
    INCIDENT_NOT_OPEN(
            "incident.not-open",
            409,
            "There is no such incident, or it is closed",
            "Không có sự cố này, hoặc đã khép lại."),
    INCIDENT_NO_GROUP("incident.no-group", 404, "There is no such group", "Không có nhóm nhận cảnh báo này."),

    DOSSIER_NOT_FOUND(
            "dossier.not-found",
            404,
            "No such dossier; register it first",
            "Không có hồ sơ này. Hồ sơ phải được đăng ký trước."),
    DOSSIER_ALREADY_REGISTERED(
            "dossier.already-registered",
            409,
            "This code is registered with other content",
            "Mã hồ sơ này đã được đăng ký với nội dung khác."),
    DOSSIER_FINISHED(
            "dossier.finished", 409, "The dossier ended before this event", "Hồ sơ đã kết thúc trước sự kiện này."),
    DOSSIER_CODE_MALFORMED(
            "dossier.code-malformed",
            422,
            "A dossier code is agency id, date of reception as yyMMdd, ordinal",
            "Mã hồ sơ sai cấu trúc: mã cơ quan, ngày tiếp nhận (yyMMdd), số thứ tự."),
    DOSSIER_CODE_DATE_DISAGREES(
            "dossier.code-date-disagrees",
            422,
            "The date inside the dossier code does not agree with receivedAt",
            "Ngày trong mã hồ sơ không khớp với thời điểm tiếp nhận."),
    DOSSIER_DUE_BEFORE_RECEPTION(
            "dossier.due-before-reception",
            422,
            "dueAt is before receivedAt",
            "Ngày hẹn trả sớm hơn thời điểm tiếp nhận."),
    DOSSIER_NO_CALENDAR(
            "dossier.no-calendar",
            422,
            "There is no working calendar for the year of receivedAt",
            "Chưa có lịch làm việc cho năm tiếp nhận hồ sơ."),

    ENTRY_BEFORE_RECEPTION(
            "entry.before-reception",
            422,
            "occurredAt is before the dossier was received",
            "Thời điểm xảy ra sớm hơn thời điểm tiếp nhận hồ sơ."),
    ENTRY_MOVES_RECEPTION(
            "entry.moves-reception",
            422,
            "receivedAt is not the reception of the dossier; only a decided correction moves it",
            "Thời điểm tiếp nhận khác với hồ sơ đã đăng ký. Chỉ được sửa khi có quyết định, bằng sự kiện reception-corrected."),
    ENTRY_IN_THE_FUTURE(
            "entry.in-the-future", 422, "The time lies in the future", "Thời điểm khai báo nằm ở tương lai."),
    ENTRY_OUT_OF_ORDER(
            "entry.out-of-order",
            409,
            "The story of the dossier has no place for this event now",
            "Sự kiện không đúng trình tự xử lý của hồ sơ."),

    PAYMENT_NOTHING_DUE(
            "payment.nothing-due",
            409,
            "No such fee of the dossier is due, or it has been paid",
            "Hồ sơ không có khoản phí, lệ phí này cần nộp, hoặc khoản này đã được nộp."),
    PAYMENT_ALREADY_PAID(
            "payment.already-paid",
            409,
            "An order for this fee has been paid",
            "Khoản phí, lệ phí này đã được nộp bằng một lệnh thanh toán."),
    PAYMENT_ORDERED_ELSEWHERE(
            "payment.ordered-elsewhere",
            409,
            "Another payment system has an order for this fee that can still be paid",
            "Khoản này đang chờ nộp qua hệ thống thanh toán khác. Chưa thể tạo lệnh mới."),
    PAYMENT_LINES_DIFFER(
            "payment.lines-differ",
            422,
            "The lines do not add up to the fee that is due",
            "Tổng các dòng thu không bằng số tiền phải nộp."),
    PAYMENT_NO_SYSTEM(
            "payment.no-system",
            422,
            "Fees are not paid through this system, or no system is the usual one",
            "Hệ thống này không nhận thanh toán phí, lệ phí."),
    PAYMENT_NOT_FOUND("payment.not-found", 404, "The dossier has no such order", "Hồ sơ không có lệnh thanh toán này."),
    PAYMENT_NOTHING_TO_SETTLE(
            "payment.nothing-to-settle",
            409,
            "Nobody need look at this order, or somebody has",
            "Lệnh thanh toán này không cần người xử lý, hoặc đã được xử lý."),
    PAYMENT_FINDING_UNFIT(
            "payment.finding-unfit",
            409,
            "What was found does not fit how the order stands",
            "Kết quả tìm hiểu không hợp với trạng thái của lệnh thanh toán."),
    PAYMENT_AMOUNT_DIFFERS(
            "payment.amount-differs",
            422,
            "That is not the amount that is due",
            "Số tiền không bằng số tiền phải nộp."),

    FILE_NOT_FOUND("file.not-found", 404, "No such file", "Không có tệp này."),
    FILE_TOO_LARGE(
            "file.too-large",
            413,
            "The file is larger than this hub takes",
            "Tệp lớn hơn mức cho phép của trục liên thông."),
    FILE_TYPE(
            "file.type",
            415,
            "By its bytes the file is of no type that is taken",
            "Nội dung tệp không thuộc loại được nhận (PDF, ảnh, văn bản, bảng tính, XML, ZIP)."),
    FILE_DIGEST_DIFFERS(
            "file.digest-differs",
            422,
            "The bytes that arrived are not those of Content-Digest",
            "Nội dung nhận được khác với mã băm khai báo: tệp bị hỏng trên đường truyền. Hãy gửi lại."),
    FILE_INFECTED("file.infected", 422, "The file is harmful", "Tệp chứa mã độc nên bị từ chối."),
    FILE_QUARANTINED(
            "file.quarantined",
            409,
            "The file has not been found clean yet",
            "Tệp đang chờ kiểm tra mã độc. Hãy thử lại sau.",
            60),

    SIGN_IN_RETURN(
            "sign-in.return",
            422,
            "This address is not one that browsers of the caller may be sent back to",
            "Địa chỉ quay về không nằm trong danh sách được phép của bên gọi."),
    SIGN_IN_LEVEL_UNKNOWN(
            "sign-in.level-unknown",
            422,
            "The sign-in server has no such level of authentication",
            "Hệ thống định danh không có mức xác thực này."),
    SIGN_IN_STATE(
            "sign-in.state",
            400,
            "This sign-in was not begun here, came back before, or took too long",
            "Phiên đăng nhập không có, đã dùng hoặc quá hạn. Hãy đăng nhập lại từ đầu."),
    SIGN_IN_CODE(
            "sign-in.code",
            422,
            "The code is not one of the caller, was used, or is too old",
            "Mã đổi kết quả đăng nhập không có, đã dùng hoặc quá hạn."),
    SIGN_IN_DENIED(
            "sign-in.denied",
            403,
            "The citizen, or the sign-in server, broke the sign-in off",
            "Công dân hoặc hệ thống định danh đã dừng việc đăng nhập."),
    SIGN_IN_CODE_REFUSED(
            "sign-in.code-refused",
            502,
            "The sign-in server did not take its code, or does not know the hub",
            "Hệ thống định danh không chấp nhận mã đăng nhập."),
    SIGN_IN_SIGNATURE(
            "sign-in.signature",
            502,
            "The token is not signed by the sign-in server",
            "Chữ ký trên kết quả đăng nhập không đúng."),
    SIGN_IN_ISSUER("sign-in.issuer", 502, "The token is of another issuer", "Kết quả đăng nhập do nơi khác phát hành."),
    SIGN_IN_AUDIENCE(
            "sign-in.audience",
            502,
            "The token is meant for somebody else",
            "Kết quả đăng nhập được cấp cho hệ thống khác."),
    SIGN_IN_EXPIRED(
            "sign-in.expired", 502, "The token is not of now", "Kết quả đăng nhập đã hết hạn hoặc sai thời điểm."),
    SIGN_IN_NONCE(
            "sign-in.nonce", 502, "The token belongs to another sign-in", "Kết quả đăng nhập thuộc một phiên khác."),
    SIGN_IN_TOKEN(
            "sign-in.token",
            502,
            "What the sign-in server says does not fit together",
            "Các thông tin từ hệ thống định danh không khớp nhau."),
    SIGN_IN_LEVEL(
            "sign-in.level",
            403,
            "The level of authentication or identity that was reached is too low",
            "Mức xác thực hoặc mức định danh của công dân thấp hơn yêu cầu."),
    SIGN_IN_PROVIDER(
            "sign-in.provider",
            403,
            "The citizen was not identified by the provider that is asked for",
            "Công dân chưa đăng nhập bằng tài khoản định danh điện tử được yêu cầu."),

    SUBSCRIPTION_NOT_FOUND(
            "subscription.not-found",
            404,
            "No such subscription of the caller",
            "Bên gọi không có đăng ký nhận sự kiện này."),
    SUBSCRIPTION_URL(
            "subscription.url",
            422,
            "The address is not HTTPS, or lies in no network that is open to everybody",
            "Địa chỉ nhận sự kiện phải là HTTPS và truy cập được từ mạng công cộng."),
    SUBSCRIPTION_TOO_MANY(
            "subscription.too-many",
            409,
            "The caller has as many subscriptions as are allowed",
            "Bên gọi đã có đủ số đăng ký nhận sự kiện được phép."),

    UNIT_UNKNOWN(
            "unit.unknown", 422, "The unit is not in the catalogue", "Mã đơn vị hành chính không có trong danh mục."),
    UNIT_NOT_IN_FORCE(
            "unit.not-in-force",
            422,
            "The commune code meant another unit, or none, on the day of reception",
            "Vào ngày tiếp nhận, mã xã này chỉ một đơn vị khác hoặc chưa có hiệu lực."),
    PROCEDURE_UNKNOWN(
            "procedure.unknown",
            422,
            "The procedure is not in the catalogue",
            "Mã thủ tục hành chính không có trong danh mục."),
    PROCEDURE_NOT_IN_FORCE(
            "procedure.not-in-force",
            422,
            "The procedure was not in force on the day of reception",
            "Vào ngày tiếp nhận, thủ tục hành chính này chưa có hoặc đã hết hiệu lực."),

    SYSTEM_NOT_FOUND("system.not-found", 404, "There is no such system", "Không có hệ thống này."),
    SYSTEM_NO_SUCH_QUESTION(
            "system.no-such-question",
            404,
            "The system does not answer this question",
            "Hệ thống này không trả lời câu hỏi đó."),
    SYSTEM_UNAVAILABLE(
            "system.unavailable",
            503,
            "The national system cannot be reached now",
            "Hệ thống quốc gia hiện không kết nối được. Hãy thử lại sau.",
            30),
    SYSTEM_REFUSED(
            "system.refused",
            502,
            "The national system refused to answer",
            "Hệ thống quốc gia từ chối trả lời câu hỏi này."),
    SYSTEM_UNCLEAR(
            "system.unclear",
            502,
            "The national system answered too late or in a way nobody can read",
            "Hệ thống quốc gia trả lời quá chậm hoặc không đọc được.",
            5),

    EDITION_NOT_FOUND("edition.not-found", 404, "There is no such edition", "Không có bản cấu hình này."),
    EDITION_MOVED(
            "edition.moved",
            409,
            "Another edition is live than the one that was planned against",
            "Đã có bản khác được đưa vào chạy. Hãy xem lại kế hoạch (plan) rồi làm lại."),
    EDITION_UNSOUND(
            "edition.unsound",
            422,
            "The files cannot go live; nothing was changed",
            "Bộ tệp có lỗi nên không được đưa vào chạy; bản đang chạy vẫn chạy tiếp. Xem từng lỗi theo tệp và dòng."),
    EDITION_FILES(
            "edition.files",
            422,
            "What was sent is no set of files of an edition",
            "Nội dung gửi lên không phải là bộ tệp của một bản cấu hình."),

    HUB_UNAVAILABLE(
            "hub.unavailable",
            503,
            "The hub cannot do this now; repeat the same request",
            "Trục liên thông tạm thời chưa phục vụ được. Hãy gửi lại đúng yêu cầu này.",
            5),
    HUB_NO_EVIDENCE_KEY(
            "hub.no-evidence-key",
            503,
            "This hub has no key to sign evidence with",
            "Trục liên thông chưa được cấp khóa ký gói bằng chứng (cấu hình hub.evidence.key). Hãy báo người vận hành."),
    HUB_NO_FILES(
            "hub.no-files",
            503,
            "This hub has no key to hide the owners of files with",
            "Trục liên thông chưa được cấp khóa để nhận tệp của công dân (cấu hình hub.files.owner-key). Hãy báo người vận hành."),
    HUB_NO_SIGN_IN(
            "hub.no-sign-in",
            503,
            "Nobody can sign in through this hub: it has no card for it, no key, or no public address",
            "Trục liên thông chưa được cấu hình đăng nhập (thẻ signIn, hub.sign-in.key, hub.sign-in.public-url). Hãy báo người vận hành."),
    HUB_NO_EDITIONS(
            "hub.no-editions",
            503,
            "This hub keeps no editions and runs by its folder",
            "Trục liên thông này không lưu các bản cấu hình (hub.edition.enabled); thay đổi trong thư mục rồi khởi động lại."),
    HUB_NO_SUBSCRIPTIONS(
            "hub.no-subscriptions",
            503,
            "Nobody can subscribe at this hub: it has no key to make secrets from",
            "Trục liên thông chưa được cấp khóa cho đăng ký nhận sự kiện (cấu hình hub.subscriptions.key). Hãy báo người vận hành."),
    HUB_FAULT("hub.fault", 500, "The hub failed", "Trục liên thông gặp lỗi. Hãy báo mã sự cố cho người vận hành.");

    private static final Map<String, ProblemCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(ProblemCode::code, Function.identity()));

    private final String code;
    private final int status;
    private final String title;
    private final String message;
    private final @Nullable Integer retryAfter;

    ProblemCode(String code, int status, String title, String message) {
        this(code, status, title, message, null);
    }

    /** @param retryAfter seconds after which the same request may do better */
    ProblemCode(String code, int status, String title, String message, @Nullable Integer retryAfter) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.message = message;
        this.retryAfter = retryAfter;
    }

    public static Optional<ProblemCode> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public String code() {
        return code;
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String message() {
        return message;
    }

    public @Nullable Integer retryAfter() {
        return retryAfter;
    }
}
