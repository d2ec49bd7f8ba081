package vn.lienthong.hub.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.incident.Alert.Kind;
import vn.lienthong.hub.incident.AlertSettings.Group;
import vn.lienthong.hub.worker.Rounds;

/** Sends what is in the outbox, outside of any transaction and at least once; what fails is tried again, ever more seldom. */
@Component
class AlertSender extends Rounds {
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(2);

    AlertSender(Round round, IncidentSettings settings) {
        super("alerts", round::one, settings.enabled(), POLL, LEASE);
    }

    /** One alert. */
    @Component
    static final class Round {
        private static final Logger LOG = LoggerFactory.getLogger(Round.class);
        private static final Duration LONGEST = Duration.ofHours(1);

        private final Outbox outbox;
        private final Telling telling;
        private final Channels channels;
        private final InstantSource clock;

        Round(Outbox outbox, Telling telling, Channels channels, InstantSource clock) {
            this.outbox = outbox;
            this.telling = telling;
            this.channels = channels;
            this.clock = clock;
        }

        /** @return false when there is nothing to send */
        boolean one() {
            var claimed = outbox.claim(clock.instant(), LEASE);
            claimed.ifPresent(this::send);
            return claimed.isPresent();
        }

        private void send(Alert alert) {
            var group = telling.groups().stream()
                    .filter(g -> g.name().equals(alert.recipients()))
                    .findFirst();
            if (group.isEmpty()) {
                outbox.sent(alert.id(), clock.instant()); // it has been taken away since: there is nobody to tell
                return;
            }
            var from = mayBeSentFrom(alert, group.get());
            if (from.isAfter(clock.instant())) {
                outbox.postpone(alert.id(), from);
            } else {
                send(alert, group.get());
            }
        }

        /** When the group is to be left in peace, later; who tries an alert is waiting for it. */
        private Instant mayBeSentFrom(Alert alert, Group group) {
            var now = clock.instant();
            if (alert.kind() == Kind.TEST) {
                return now;
            }
            var isTooMany = outbox.sentSince(group.name(), now.minus(Duration.ofHours(1))) >= group.perHour();
            return isTooMany ? now.plus(Duration.ofMinutes(5)) : group.afterQuiet(now);
        }

        private void send(Alert alert, Group group) {
            try {
                channels.send(alert, group);
                outbox.sent(alert.id(), clock.instant());
            } catch (Channels.NotSent e) {
                LOG.warn("alert {} to {} was not sent: {}", alert.id(), group.name(), e.getMessage());
                outbox.later(alert.id(), clock.instant().plus(pause(alert.attempts())), String.valueOf(e.getMessage()));
            }
        }

        private static Duration pause(int attempts) {
            var pause = Duration.ofSeconds(10L << Math.min(attempts, 9));
            return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        }
    }
}
