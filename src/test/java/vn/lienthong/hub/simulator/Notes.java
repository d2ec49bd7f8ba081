package vn.lienthong.hub.simulator;

import com.github.tomakehurst.wiremock.common.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What WireMock has to say, in our log; its gossip about every request stays out. */
final class Notes implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

    private final String system;

    Notes(String system) {
        this.system = system;
    }

    @Override
    public void info(String message) {
        LOG.trace("{}: {}", system, message);
    }

    @Override
    public void error(String message) {
        LOG.debug("{}: {}", system, message);
    }

    @Override
    public void error(String message, Throwable cause) {
        LOG.debug("{}: {}", system, message, cause);
    }
}
