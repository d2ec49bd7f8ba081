package vn.lienthong.hub.connector;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.live.Part;
import vn.lienthong.hub.live.Unsound;
import vn.lienthong.hub.mapping.Mappings;

/** The mappings and routes of an edition. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {
    @Bean
    Part<Mappings> mappingsOfAnEdition(InstantSource clock) {
        return new Part<>(Mappings.class, reading -> {
            var mappings = new Mappings(reading.tree().mappings(), reading.part(CodeLists.class), clock);
            var problems = mappings.problems();
            if (!problems.isEmpty()) {
                throw new Unsound(problems.stream()
                        .map(problem -> reading.tree().mappings() + "/" + problem)
                        .toList());
            }
            return mappings;
        });
    }

    @Bean
    Part<CamelRoutes> routesOfAnEdition(RouteContexts contexts) {
        return new Part<>(CamelRoutes.class, contexts::read);
    }
}
