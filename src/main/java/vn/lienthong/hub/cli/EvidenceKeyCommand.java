package vn.lienthong.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Fetch the public key that packages of this hub are verified with.",
        footer = {"", "Lấy khóa công khai để kiểm tra gói bằng chứng."})
final class EvidenceKeyCommand extends HubCommand {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; else to the standard output.")
    @Nullable
    private Path output;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) throws IOException {
        var key = hub.get("/evidence/key").body();
        if (output != null) {
            Files.writeString(output, key.path("publicKey").asText());
            err().println("SHA-256 " + key.path("keyId").asText());
        } else if (json()) {
            print(key);
        } else {
            out().print(key.path("publicKey").asText());
            out().flush();
        }
        return ExitCode.OK;
    }
}
