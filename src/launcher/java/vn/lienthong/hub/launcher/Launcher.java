package vn.lienthong.hub.launcher;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first class of the jar, the only one that an older Java can read. Where {@code java} on the path is older than the
 * hub needs, it looks for a newer one that is installed (HUB_JAVA_HOME, JAVA_HOME, the usual folder) and starts that with
 * the same arguments; where there is none it says so, instead of an UnsupportedClassVersionError.
 */
public final class Launcher {
    private static final int NEEDED = 25;
    private static final String USUAL_FOLDER = "/usr/lib/jvm";

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() >= NEEDED) {
            Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } else {
            System.exit(startNewer(args));
        }
    }

    private static int startNewer(String[] args) throws IOException, InterruptedException {
        String java = newerJava();
        if (java == null) {
            System.err.println("The hub needs Java " + NEEDED + "; this is Java "
                    + Runtime.version().feature() + ". Name a newer one in HUB_JAVA_HOME.");
            return 2;
        }
        List<String> command = new ArrayList<>(List.of(java, "-jar", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(args));
        Process hub = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(hub::destroy));
        return hub.waitFor();
    }

    private static String newerJava() {
        List<File> homes = new ArrayList<>();
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
