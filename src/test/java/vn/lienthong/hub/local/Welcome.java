package vn.lienthong.hub.local;

import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import vn.lienthong.hub.simulator.Simulator;

/** Says at the end of a start where to look. */
final class Welcome {
    private Welcome() {}

    static void print(Environment environment, LocalServers servers, long nanos) {
        var hub = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        var management = "http://localhost:" + environment.getProperty("local.management.port", "9090")
                + environment.getProperty("management.endpoints.web.base-path", "/actuator");
        IO.print("""

                Liên Thông Hub is ready after %.1f s.

                  API         %s/api/v1
                  API docs    %s/docs
                  Console     %s/console
                  Token       %s/oauth2/token
                  Management  %s
                  PostgreSQL  %s
                  Kafka       %s

                  Systems, played by simulators:
                %s
                  See the switches of one, or turn one on or off:
                    curl <address>/__admin/faults
                    curl -X PUT <address>/__admin/faults/<name> -d true
                    curl -X DELETE <address>/__admin/faults/<name>

                  Everything is kept in .local/; delete the folder to begin anew.

                """.formatted(
                        Duration.ofNanos(nanos).toMillis() / 1000.0,
                        hub,
                        hub,
                        hub,
                        hub,
                        management,
                        servers.database(),
                        servers.broker(),
                        servers.simulators().stream().map(Welcome::line).collect(Collectors.joining())));
    }

    private static String line(Simulator simulator) {
        var switches = simulator.faults().properties().stream()
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return "    %-24s %s  %s%n".formatted(simulator.name(), simulator.url(), switches);
    }
}
