package vn.lienthong.hub.payment;

/** Why a person must look at an order. */
public enum Attention {
    AMOUNT_DIFFERS("Số tiền hệ thống thanh toán báo khác số tiền phải nộp. Cần đối chiếu với hệ thống thanh toán."),
    PAID_OTHERWISE("Khoản này đã được nộp bằng lệnh thanh toán khác. Đừng nộp thêm theo lệnh này."),
    PAID_TWICE("Khoản này đã được nộp trước đó, nay lại có tiền. Cần hoàn trả cho người nộp."),
    NOT_RECORDED("Đã có tiền nhưng hồ sơ không còn nhận được sự kiện nộp phí. Cần xử lý theo chứng từ.");

    private final String message;

    Attention(String message) {
        this.message = message;
    }

    /** For the people of an office. */
    public String message() {
        return message;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
