package vn.lienthong.hub.cli;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.pack.Simulators;

/** Of a command that runs packs: which, from where, and what plays their systems. */
final class PackOptions {
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Systems, such as land-register; else all.")
    private List<String> names = List.of();

    @Mixin
    final FolderOptions folder = new FolderOptions();

    @Mixin
    private final SimulatorOptions simulators = new SimulatorOptions();

    boolean isNamed() {
        return !names.isEmpty();
    }

    Tree tree() {
        return folder.tree();
    }

    /** Those that are named, all where none is; a name that is not known ends the command. */
    List<String> chosen(List<String> known) {
        return folder.packs(names, known);
    }

    Simulators simulators() {
        return simulators.find();
    }
}
