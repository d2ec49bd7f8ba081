package vn.lienthong.hub.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import vn.lienthong.hub.evidence.Verification;
import vn.lienthong.hub.json.Json;

/** Says in Vietnamese what came of a verification: those who verify are people of an office or an inspection. */
final class VerificationText {
    private final PrintWriter out;
    private final boolean json;

    VerificationText(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Writes it and returns the {@link ExitCode}. */
    int tell(Path file, Verification.Result result) {
        if (json) {
            var tree =
                    Json.MAPPER.createObjectNode().put("file", file.toString()).put("holds", result.holds());
            out.println(Json.text(
                    tree.setAll((com.fasterxml.jackson.databind.node.ObjectNode) Json.MAPPER.valueToTree(result))));
        } else {
            words(file, result);
        }
        return result.holds() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void words(Path file, Verification.Result result) {
        out.println(file);
        if (result.holds()) {
            out.println("GÓI NGUYÊN VẸN: từng byte đúng như lúc trục ký.");
            out.println("  Lập lúc    " + DossierText.time(result.createdAt()));
            out.println("  Số tệp     " + result.files());
        } else {
            out.println("GÓI KHÔNG CÒN NGUYÊN VẸN, không dùng làm bằng chứng:");
            result.faults().forEach(fault -> out.println("  - " + fault));
        }
        if (!result.keyId().isEmpty()) {
            out.println("  Khóa       SHA-256 " + result.keyId());
        }
        if (!result.keyCompared()) {
            out.println(
                    "CHƯA đối chiếu khóa: đã dùng khóa nằm trong gói. Hãy so dấu vân tay SHA-256 trên với dấu vân tay");
            out.println("do cơ quan quản lý trục công bố, hoặc chạy lại với --key KHÓA.pem.");
        }
    }
}
