package vn.lienthong.hub.file;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** S3Proxy, a real server that speaks S3 and checks signatures, as a process of its own over a folder. */
final class PlayedS3 implements AutoCloseable {
    static final String ACCESS_KEY = "local-access-key";
    static final String SECRET_KEY = "local-secret-key";

    private static final Path JAR = Path.of("target/servers/s3proxy.jar");

    private final Process process;
    private final int port;

    private PlayedS3(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static PlayedS3 start(Path folder) throws IOException {
        int port = free();
        var settings = folder.resolve("s3proxy.properties");
        Files.writeString(settings, """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=none
                jclouds.credential=none
                jclouds.filesystem.basedir=%s
                """.formatted(
                        port,
                        ACCESS_KEY,
                        SECRET_KEY,
                        Files.createDirectories(folder.resolve("objects")).toAbsolutePath()));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Xmx128m", "-jar", JAR.toString(), "--properties", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        var started = new PlayedS3(process, port);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(started::answers);
        return started;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection) URI.create(url()).toURL().openConnection();
            return connection.getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
