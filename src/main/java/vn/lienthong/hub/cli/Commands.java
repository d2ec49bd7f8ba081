package vn.lienthong.hub.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. A new one is a class of its own that is named here. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Connects the one-stop software of an office with the national systems.",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            ServeCommand.class,
            SendCommand.class,
            TraceCommand.class,
            ExchangesCommand.class,
            ReplayCommand.class,
            TestCommand.class,
            SimulateCommand.class,
            CoverageCommand.class,
            SystemsCommand.class,
            EvidenceCommand.class,
            DeadlinesCommand.class,
            TrialCommand.class,
            ReconcileCommand.class,
            RepairCommand.class,
            OutageCommand.class,
            IncidentsCommand.class,
            FiguresCommand.class,
            ReportCommand.class,
            ListsCommand.class,
            DriftCommand.class,
            PsCommand.class,
            TopCommand.class,
            DoctorCommand.class,
            CheckCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            RollbackCommand.class,
            HistoryCommand.class,
            NewCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 nobody answers at the address,",
            "4 (of 'plan') something would change.",
            "Without a command the hub itself starts, as with 'serve'."
        })
public final class Commands implements Runnable {
    private static final String SERVE = "serve";
    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /** Whether these arguments start the hub: none, {@code serve}, or properties such as {@code --server.port=8081}. */
    public static boolean startHub(String... args) {
        if (args.length == 0) {
            return true;
        }
        var asksForHelp = Arrays.stream(args).anyMatch(OWN_OPTIONS::contains);
        return !asksForHelp && (args[0].equals(SERVE) || args[0].startsWith("--"));
    }

    /** The same arguments as Spring takes them. */
    public static String[] forHub(String... args) {
        return args.length > 0 && args[0].equals(SERVE) ? Arrays.copyOfRange(args, 1, args.length) : args;
    }

    /** Runs one command and says how it went: see {@link ExitCode}. */
    public static int run(String... args) {
        return run(
                System.getenv(),
                readable(FileDescriptor.out, System.out),
                readable(FileDescriptor.err, System.err),
                args);
    }

    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Commands())
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .execute(args);
    }

    /** Vietnamese stays readable where the locale of the shell knows ASCII only, as in most containers. */
    private static PrintWriter readable(FileDescriptor descriptor, PrintStream standard) {
        var charset = standard.charset();
        return charset.newEncoder().canEncode('ồ')
                ? new PrintWriter(standard, true, charset)
                : new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
