package vn.lienthong.hub.live;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The folders of the installation. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {
    /** Texts, not Paths: Spring would look for "." on the class path first. */
    @Bean
    Tree installation(
            @Value("${hub.home:.}") String home,
            @Value("${hub.integration:${hub.home:.}/integration}") String integration,
            @Value("${hub.routes:${hub.home:.}/routes}") String routes,
            @Value("${hub.mappings:${hub.home:.}/mappings}") String mappings) {
        return new Tree(
                Path.of(integration),
                Path.of(routes),
                Path.of(mappings),
                Tree.in(Path.of(home)).catalogue());
    }
}
