package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.hub.json.Json;

/** A command that asks a running hub. */
abstract class HubCommand implements Callable<Integer> {
    /** The upstream system of the whole province in the local run. */
    static final String UPSTREAM = "upstream-hai-phong";

    static final String OPS = "ops";
    static final String INTEGRATOR = "integrator";

    @Mixin
    final HubOptions options = new HubOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var hub = options.connect(localClient())) {
            return run(hub);
        }
    }

    /** Does the work and returns an {@link ExitCode}. */
    abstract int run(HubClient hub) throws IOException;

    /** Who calls when the command line does not say. */
    String localClient() {
        return UPSTREAM;
    }

    boolean json() {
        return options.json;
    }

    Language language() {
        return options.language();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** For what is not the result: progress and warnings. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    void print(JsonNode result) {
        out().println(Json.text(result));
    }

    /** The command line asks for what does not go together. */
    ParameterException wrongUsage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
