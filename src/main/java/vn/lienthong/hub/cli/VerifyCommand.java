package vn.lienthong.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.evidence.Keys;
import vn.lienthong.hub.evidence.Verification;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verify a package of evidence. Needs no hub and no network.",
        footer = {"", "Kiểm tra gói bằng chứng còn nguyên vẹn không; không cần trục, không cần mạng."})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The package.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The public key that the office published (PEM); else the one in the package, uncompared.")
    @Nullable
    private Path key;

    @Option(names = "--json", description = "Write JSON instead of text.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw wrongUsage(file + " is no file.");
        }
        var result = Verification.of(file, key == null ? null : read(key));
        return new VerificationText(spec.commandLine().getOut(), json).tell(file, result);
    }

    private PublicKey read(Path pem) throws IOException {
        if (!Files.isRegularFile(pem)) {
            throw wrongUsage(pem + " is no file.");
        }
        try {
            return Keys.read(Files.readString(pem));
        } catch (IllegalArgumentException | java.nio.charset.MalformedInputException e) {
            throw wrongUsage(pem + " holds no Ed25519 public key (PEM).");
        }
    }

    private ParameterException wrongUsage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
