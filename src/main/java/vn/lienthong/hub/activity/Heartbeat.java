package vn.lienthong.hub.activity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.live.Live;

/** Says again and again that this node runs, by what, and how much it does; takes leave when it is stopped. */
@Component
class Heartbeat implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final UUID id = UUID.randomUUID();
    private final NodeRows nodes;
    private final LastMinute lastMinute;
    private final Live live;
    private final InstantSource clock;
    private final Path home;
    private final String host = host();
    private final OffsetDateTime startedAt;

    Heartbeat(
            NodeRows nodes, LastMinute lastMinute, Live live, InstantSource clock, @Value("${hub.home:.}") Path home) {
        this.nodes = nodes;
        this.lastMinute = lastMinute;
        this.live = live;
        this.clock = clock;
        this.home = home;
        this.startedAt = Times.inOffice(clock.instant());
    }

    @Scheduled(fixedDelayString = "${hub.activity.beat:5s}")
    void beat() {
        try {
            nodes.seen(new Node(
                    id,
                    host,
                    version(),
                    Runtime.version().toString(),
                    live.running().number(),
                    clockAhead(),
                    diskFree(),
                    startedAt,
                    startedAt,
                    true,
                    lastMinute.bySystem()));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the database cannot be told that this node runs: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** The database is asked between two looks at the own clock. */
    private long clockAhead() {
        var before = clock.instant();
        var there = nodes.now().toInstant();
        var after = clock.instant();
        return Duration.between(
                        there, before.plus(Duration.between(before, after).dividedBy(2)))
                .toMillis();
    }

    private long diskFree() {
        try {
            return Files.getFileStore(home).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Classes that were not packed have none. */
    private static String version() {
        return Objects.requireNonNullElse(Heartbeat.class.getPackage().getImplementationVersion(), "-");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "-";
        }
    }

    @Override
    public void destroy() {
        try {
            nodes.leave(id);
        } catch (DataAccessException e) {
            LOG.debug("the database is gone before this node", e);
        }
    }
}
