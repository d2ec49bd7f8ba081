package vn.lienthong.hub.catalog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Part;

/** The cards of the live edition. */
@Configuration(proxyBeanMethods = false)
public class CardConfiguration {
    @Bean
    Part<Cards> cardsOfAnEdition(ConfigurableEnvironment environment) {
        return new Part<>(Cards.class, reading -> Cards.load(reading.tree().integration(), environment));
    }

    @Bean
    Cards cards(Live live) {
        return new Cards(() -> live.part(Cards.class).byId());
    }
}
