package vn.lienthong.hub.local;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import vn.lienthong.hub.pack.SampleCredentials;

/**
 * A value, obviously fake, for whatever credential a card asks the environment for and has not got, so that a system can come
 * while the hub runs. It carries no annotation of its own, so that only who names it gets it.
 */
public class LocalCredentials {
    private static final String CREDENTIAL = "[A-Z][A-Z0-9_]*_(KEY|SECRET|PASSWORD|USERNAME|TOKEN|CLIENT|ID)";

    @Bean
    static BeanFactoryPostProcessor credentials(ConfigurableEnvironment environment) {
        environment.getPropertySources().addLast(new PropertySource<>("credentials", CREDENTIAL) {
            @Override
            public @Nullable Object getProperty(String name) {
                return name.matches(getSource()) ? SampleCredentials.value(name) : null;
            }
        });
        return factory -> {};
    }
}
