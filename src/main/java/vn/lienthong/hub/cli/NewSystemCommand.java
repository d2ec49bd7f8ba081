package vn.lienthong.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.pack.NewPack;

@Command(
        name = "system",
        mixinStandardHelpOptions = true,
        description = "Write the pack of a new system: card, route, mappings, examples, tests and simulator.",
        footer = {
            "",
            "Exit codes: 0 written; 1 could not be written; 2 the name cannot be used or is used already,",
            "or no pack can be made of the contract.",
            "Tạo bộ tệp cho một hệ thống mới; không ghi đè lên tệp nào đã có."
        })
final class NewSystemCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Lower case, digits and hyphens, such as land-register.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String name;

    @ArgGroup(exclusive = true)
    private Contract contract = new Contract();

    /** Where there is none of these it is made up, and JSON. */
    private static final class Contract {
        @Option(names = "--soap", description = "A contract that is made up, with a WSDL.")
        private boolean soap;

        @ArgGroup(exclusive = false)
        @Nullable
        private OpenApi openapi;

        List<Path> write(Tree tree, String name) throws IOException {
            if (openapi != null) {
                return NewPack.write(tree, name, openapi.file, openapi.operation);
            }
            return soap ? NewPack.writeSoap(tree, name) : NewPack.write(tree, name);
        }
    }

    private static final class OpenApi {
        @Option(
                names = "--openapi",
                required = true,
                paramLabel = "FILE",
                description =
                        "Contract of the system, whose first operation that takes and answers JSON it is told by.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path file;

        @Option(
                names = "--operation",
                paramLabel = "NAME",
                description = "Another operation of the contract: its operationId, or such as 'put /reports/{id}'.")
        @Nullable
        private String operation;
    }

    @Mixin
    private final FolderOptions options = new FolderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Quiet.keep();
        if (!Files.isDirectory(options.tree().integration())) {
            throw wrongUsage("%s is no folder of an installation: it has no integration/"
                    .formatted(options.home.toAbsolutePath().normalize()));
        }
        try {
            tell(contract.write(options.tree(), name));
            return ExitCode.OK;
        } catch (NewPack.NotNew e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    private void tell(List<Path> files) {
        var out = spec.commandLine().getOut();
        if (options.json) {
            out.println(Json.text(java.util.Map.of(
                    "system", name, "files", files.stream().map(Path::toString).toList())));
            return;
        }
        var language = options.language();
        out.println(language.of("%d files written.", "Đã tạo %d tệp.").formatted(files.size()));
        out.println(language.of(
                "Next edit these three, then run 'hub check' and 'hub test':",
                "Tiếp theo hãy sửa ba tệp này, rồi chạy 'hub check' và 'hub test':"));
        var tree = options.tree();
        out.println("  " + tree.integration().resolve(name).resolve("system.yaml"));
        out.println("  " + tree.routes().resolve(name + ".camel.yaml"));
        out.println("  " + tree.mappings().resolve(name).resolve("report.request.jslt"));
    }

    private ParameterException wrongUsage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
