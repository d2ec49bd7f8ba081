package vn.lienthong.hub.inquiry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.live.Part;

/** The questions of the live edition. */
@Configuration(proxyBeanMethods = false)
class InquiryConfiguration {
    @Bean
    Part<Questions> questionsOfAnEdition() {
        return new Part<>(
                Questions.class,
                reading ->
                        Questions.read(reading.part(Cards.class), reading.tree().integration()));
    }

    @Bean
    Questions questions(Live live) {
        return new Questions(() -> live.part(Questions.class).bySystem());
    }
}
