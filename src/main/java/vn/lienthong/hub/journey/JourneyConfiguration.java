package vn.lienthong.hub.journey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Part;

/** The journeys of the live edition. */
@Configuration(proxyBeanMethods = false)
class JourneyConfiguration {
    @Bean
    Part<JourneyCatalogue.Read> journeysOfAnEdition() {
        return new Part<>(
                JourneyCatalogue.Read.class,
                reading -> JourneyCatalogue.read(
                        reading.part(Cards.class), reading.tree().routes()));
    }

    @Bean
    JourneyCatalogue journeyCatalogue(Live live) {
        return new JourneyCatalogue(() -> live.part(JourneyCatalogue.Read.class));
    }
}
