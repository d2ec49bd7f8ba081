package vn.lienthong.hub.facade;

import static vn.lienthong.hub.security.Roles.AUDITOR;
import static vn.lienthong.hub.security.Roles.INTEGRATOR;
import static vn.lienthong.hub.security.Roles.OPS;
import static vn.lienthong.hub.security.Roles.UPSTREAM;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;

/** Who may do what at the facade, by which contract. */
@Configuration(proxyBeanMethods = false)
class FacadeConfiguration {
    @Bean
    Contract contract() {
        return Contract.load();
    }

    @Bean
    Door facadeDoor() {
        return new Door(
                Right.of(HttpMethod.POST, Paths.DOSSIERS, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.EVENTS, UPSTREAM, OPS),
                Right.of(HttpMethod.GET, Paths.DOSSIER, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.JOURNEY, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.JOURNEY_RESUME, OPS),
                Right.of(HttpMethod.POST, Paths.JOURNEY_STOP, OPS),
                Right.of(HttpMethod.POST, Paths.VERIFY, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.LOOK_UP, UPSTREAM),
                Right.of(HttpMethod.GET, Paths.ENTRIES, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.PAYMENTS, UPSTREAM),
                Right.of(HttpMethod.GET, Paths.PAYMENTS, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.PAYMENT_SETTLE, OPS),
                Right.of(HttpMethod.GET, Paths.PAYMENTS_TO_SETTLE, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.DOSSIERS, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.RECHECK, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.SYSTEMS, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.SYSTEM, UPSTREAM, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.POST, Paths.CONNECTION_TEST, OPS, INTEGRATOR),
                Right.of(HttpMethod.POST, Paths.QUESTION, UPSTREAM),
                Right.of(HttpMethod.GET, Paths.EDITIONS, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.POST, Paths.EDITIONS, INTEGRATOR),
                Right.of(HttpMethod.POST, Paths.EDITION_PLAN, INTEGRATOR),
                Right.of(HttpMethod.POST, Paths.EDITION_RESTORE, INTEGRATOR),
                Right.of(HttpMethod.GET, Paths.EDITION_CHANGES, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.EDITION_FILES, INTEGRATOR),
                Right.of(HttpMethod.POST, Paths.RECONCILIATIONS, OPS),
                Right.of(HttpMethod.GET, Paths.RECONCILIATIONS, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.RECONCILIATION, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.APPLY, OPS),
                Right.of(HttpMethod.GET, Paths.DISCREPANCIES, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.DECISION, OPS),
                Right.of(HttpMethod.GET, Paths.DOSSIER_EVIDENCE, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.EVIDENCE, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.EVIDENCE_KEY, UPSTREAM, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.ON_TIME, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.DIFFERENCES, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.REPORT, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.FILES, UPSTREAM),
                Right.of(HttpMethod.GET, Paths.FILES, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.FILES_LOOK_UP, UPSTREAM),
                Right.of(HttpMethod.GET, Paths.FILE, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.FILE_REUSES, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.WEBHOOKS, UPSTREAM),
                Right.of(HttpMethod.GET, Paths.WEBHOOKS, UPSTREAM),
                Right.of(HttpMethod.GET, Paths.WEBHOOK, UPSTREAM),
                Right.of(HttpMethod.PATCH, Paths.WEBHOOK, UPSTREAM),
                Right.of(HttpMethod.DELETE, Paths.WEBHOOK, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.WEBHOOK_SECRET, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.WEBHOOK_PING, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.WEBHOOK_RECOVER, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.SIGN_INS, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.SIGN_IN_FETCH, UPSTREAM),
                Right.open(Paths.SIGN_IN_BACK), // a citizen's browser; it brings what only a begun sign-in has
                Right.open(Paths.SIGN_IN_KEYS),
                Right.of(HttpMethod.GET, Paths.PROCEDURE_DIFFERENCES, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.RECEIVED, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.RECEIVED_ONE, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.RECEIVED_RAW, OPS),
                Right.of(HttpMethod.POST, Paths.RECEIVED_RETRY, OPS),
                Right.of(HttpMethod.GET, Paths.DOSSIER_DELIVERIES, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.EXCHANGES, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.EXCHANGES_DIFFERENCE, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.ANONYMISED, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.POST, Paths.EXCHANGES_DISCLOSURE, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.INCIDENTS, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.POST, Paths.INCIDENT_STATE, OPS),
                Right.of(HttpMethod.GET, Paths.ALERT_GROUPS, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.ALERT_TEST, OPS),
                Right.of(HttpMethod.GET, Paths.ACTIVITY, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.DIAGNOSIS, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.GET, Paths.DRIFTS, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.POST, Paths.DRIFT_ACCEPT, OPS, INTEGRATOR),
                Right.of(HttpMethod.POST, Paths.OUTAGES, OPS),
                Right.of(HttpMethod.GET, Paths.OUTAGES, UPSTREAM, OPS, INTEGRATOR, AUDITOR),
                Right.of(HttpMethod.DELETE, Paths.OUTAGE, OPS),
                Right.of(HttpMethod.POST, Paths.DOSSIER_REPAIRS, OPS),
                Right.of(HttpMethod.POST, Paths.DOSSIER_EDITS, OPS),
                Right.of(HttpMethod.GET, Paths.EDITS, OPS),
                Right.of(HttpMethod.GET, Paths.EDIT, OPS),
                Right.of(HttpMethod.POST, Paths.EDIT_DECISION, OPS),
                Right.of(HttpMethod.POST, Paths.REPAIRS, OPS),
                Right.of(HttpMethod.GET, Paths.REPAIRS, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.REPAIR, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.REPAIR_START, OPS),
                Right.of(HttpMethod.POST, Paths.REPAIR_PAUSE, OPS),
                Right.of(HttpMethod.POST, Paths.REPAIR_RESUME, OPS),
                Right.of(HttpMethod.POST, Paths.REPAIR_CANCEL, OPS),
                Right.of(HttpMethod.GET, Paths.REPAIR_ITEMS, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.REPAIR_REPORT, OPS, AUDITOR),
                Right.of(HttpMethod.POST, Paths.RECORDED_MESSAGES, OPS, AUDITOR),
                // whoever calls there shows by its message who it is
                Right.of(HttpMethod.POST, Paths.CALLBACK),
                Right.of(HttpMethod.GET, Paths.CALLBACK),
                Right.open(Contract.LOCATION),
                Right.open(DocsController.DOCS),
                Right.open(DocsController.DOCS + "/**"));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    /** Whoever asks first whether to send a large body hears a refusal before sending it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> goOnOnlyWhenRead() {
        return factory ->
                factory.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }
}
