package vn.lienthong.hub.incident;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node looks for incidents and sends alerts
 * @param every how often it looks
 * @param causeAt so many deliveries that wait for a person for one cause are an incident
 * @param nearDeadline with so much working time left a dossier that has not arrived everywhere is near its deadline
 * @param silence so much working time without any report of an upstream system is an incident; 0 never
 * @param calm so long an incident must not have been seen before it is closed
 */
@ConfigurationProperties("hub.incidents")
record IncidentSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("15s") Duration every,
        @DefaultValue("5") int causeAt,
        @DefaultValue("4h") Duration nearDeadline,
        @DefaultValue("0s") Duration silence,
        @DefaultValue("1m") Duration calm) {}
