package vn.lienthong.hub.diagnosis;

import java.net.ConnectException;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.connector.Broker;

/** Whether Kafka is there. */
@Component
class BrokerExamination implements Examination {
    private static final String SUBJECT = "Kafka";

    private final Broker broker;

    BrokerExamination(Broker broker) {
        this.broker = broker;
    }

    @Override
    public List<Finding> findings() {
        try {
            broker.cluster();
            return List.of(Symptom.BROKER.of(SUBJECT));
        } catch (ConnectException e) {
            return List.of(Symptom.BROKER_AWAY.of(SUBJECT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Symptom.BROKER_AWAY.of(SUBJECT));
        }
    }
}
