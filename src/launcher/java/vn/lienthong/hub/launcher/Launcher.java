package vn.lienthong.hub.launcher;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first class of the jar, the only one that an older Java can read. It runs the hub in this Java where that will do,
 * and starts another with the same arguments where it will not: a newer one that is installed (HUB_JAVA_HOME, JAVA_HOME,
 * the usual folder) where {@code java} on the path is too old, and for a command that is over in seconds one that does
 * not spend them on becoming fast. Where there is no Java that is new enough it says so, instead of an
 * UnsupportedClassVersionError.
 */
public final class Launcher {
    private static final int NEEDED = 25;
    private static final String USUAL_FOLDER = "/usr/lib/jvm";
    /** Half of what the usual compiler and collector do for a short command is never made use of. */
    private static final List<String> FOR_SHORT_COMMANDS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    /** What runs for minutes or longer; so does the hub itself, which needs no word. */
    private static final List<String> LONG = List.of("serve", "simulate", "trial", "top");

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        boolean tooOld = Runtime.version().feature() < NEEDED;
        if (tooOld || isShort(args) && isStartedPlainly()) {
            System.exit(startAnother(args));
        } else {
            Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        }
    }

    /** A command begins with a word; without one the hub itself starts. */
    private static boolean isShort(String[] args) {
        return args.length > 0 && !args[0].startsWith("-") && !LONG.contains(args[0]);
    }

    /** Nobody has chosen how this Java is to run. */
    private static boolean isStartedPlainly() {
        String[] all = ProcessHandle.current().info().arguments().orElse(new String[0]);
        return all.length > 0 && all[0].equals("-jar");
    }

    private static int startAnother(String[] args) throws IOException, InterruptedException {
        String java = newEnoughJava();
        if (java == null) {
            System.err.println("The hub needs Java " + NEEDED + "; this is Java "
                    + Runtime.version().feature() + ". Name a newer one in HUB_JAVA_HOME.");
            return 2;
        }
        List<String> command = new ArrayList<>(List.of(java));
        if (isShort(args)) {
            command.addAll(FOR_SHORT_COMMANDS);
        }
        command.addAll(List.of("-jar", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(args));
        Process hub = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(hub::destroy));
        return hub.waitFor();
    }

    private static String newEnoughJava() {
        List<File> homes = new ArrayList<>(List.of(new File(System.getProperty("java.home"))));
        for (String name : new String[] {"HUB_JAVA_HOME", "JAVA_HOME"}) {
            if (System.getenv(name) != null) {
                homes.add(new File(System.getenv(name)));
            }
        }
        File[] installed = new File(USUAL_FOLDER).listFiles((folder, name) -> name.contains(Integer.toString(NEEDED)));
        if (installed != null) {
            homes.addAll(Arrays.asList(installed));
        }
        for (File home : homes) {
            File java = new File(home, "bin/java");
            if (java.canExecute() && isNewEnough(home)) {
                return java.getPath();
            }
        }
        return null;
    }

    /** Every Java since 9 says in its file `release` which one it is. */
    private static boolean isNewEnough(File home) {
        try {
            for (String line : java.nio.file.Files.readAllLines(home.toPath().resolve("release"))) {
                if (line.startsWith("JAVA_VERSION=\"")) {
                    String version = line.substring("JAVA_VERSION=\"".length(), line.length() - 1);
                    return Runtime.Version.parse(version).feature() >= NEEDED;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return false;
    }
}
