package vn.lienthong.hub.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The broker itself, for a route that must know whether it is there without writing a record. */
@Component("broker")
public final class Broker {
    private static final int PATIENCE_MILLIS = 5000;

    private final Environment environment;

    Broker(Environment environment) {
        this.environment = environment;
    }

    /**
     * The id of the cluster.
     *
     * @throws ConnectException when no broker says it
     */
    public JsonNode cluster() throws ConnectException, InterruptedException {
        var settings = new HashMap<>(BrokerSignIn.properties(environment));
        settings.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (var admin = Admin.create(settings)) {
            var id = admin.describeCluster().clusterId().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return JsonNodeFactory.instance.objectNode().put("at", id);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw (ConnectException) new ConnectException("no broker").initCause(e);
        }
    }
}
