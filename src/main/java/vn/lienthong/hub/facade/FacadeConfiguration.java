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
                Right.of(HttpMethod.POST, Paths.VERIFY, UPSTREAM),
                Right.of(HttpMethod.POST, Paths.LOOK_UP, UPSTREAM),
                Right.of(HttpMethod.GET, Paths.ENTRIES, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.DOSSIERS, UPSTREAM, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.RECHECK, OPS, AUDITOR),
                Right.of(HttpMethod.GET, Paths.SYSTEMS, OPS, INTEGRATOR, AUDITOR),
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
                Right.open(Contract.LOCATION),
                Right.open(DocsController.DOCS),
                Right.open(DocsController.DOCS + "/**"));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }
}
