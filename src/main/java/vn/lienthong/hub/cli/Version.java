package vn.lienthong.hub.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar; classes that were not packed have none. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var packed = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Liên Thông Hub " + Objects.requireNonNullElse(packed, "(not packed)")};
    }
}
