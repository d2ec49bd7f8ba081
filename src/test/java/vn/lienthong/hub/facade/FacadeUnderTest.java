package vn.lienthong.hub.facade;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.delivery.Deliveries;
import vn.lienthong.hub.delivery.Leg;
import vn.lienthong.hub.delivery.SystemState;
import vn.lienthong.hub.delivery.Systems;
import vn.lienthong.hub.inquiry.Answer;
import vn.lienthong.hub.inquiry.Inquiries;
import vn.lienthong.hub.ledger.DeadlineRecheck;
import vn.lienthong.hub.ledger.Recheck;
import vn.lienthong.hub.ledger.RecheckQuery;
import vn.lienthong.hub.local.LocalSignIn;

/** The facade and its security as they run, over a ledger, deliveries and inquiries that tests play. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ComponentScan({"vn.lienthong.hub.facade", "vn.lienthong.hub.security"})
@Import(LocalSignIn.class)
class FacadeUnderTest {

    @Bean
    FakeLedger ledger() {
        return new FakeLedger();
    }

    @Bean
    Deadlines deadlines() {
        return new Deadlines(WorkingCalendar.read(Path.of("mappings/catalogue/calendar")));
    }

    @Bean
    PlayedLegs playedLegs() {
        return new PlayedLegs();
    }

    @Bean
    PlayedAnswers playedAnswers() {
        return new PlayedAnswers();
    }

    @Bean
    PlayedRecheck playedRecheck() {
        return new PlayedRecheck();
    }

    @Bean
    Systems playedSystems() {
        return () -> List.of(new SystemState(
                "civil-status", "Hộ tịch", "open", 12, 1, 2, 0, 301, 0, FakeLedger.RECEIVED, "Không kết nối được"));
    }

    @Bean
    PlayedEvidence playedEvidence() {
        return new PlayedEvidence();
    }

    @Bean
    PlayedFigures playedFigures() {
        return new PlayedFigures();
    }

    @Bean
    PlayedReconciliations playedReconciliations() {
        return new PlayedReconciliations();
    }

    /** Deliveries that a test sets. */
    static final class PlayedLegs implements Deliveries {
        volatile List<Leg> legs = List.of();

        @Override
        public List<Leg> legs(String dossier) {
            return legs;
        }
    }

    /** A part of a recheck that a test sets, and what was asked last. */
    static final class PlayedRecheck implements DeadlineRecheck {
        volatile Recheck part = new Recheck(List.of(), 0, null);
        volatile RecheckQuery asked;

        @Override
        public Recheck page(RecheckQuery query) {
            asked = query;
            return part;
        }
    }

    /** An answer that a test sets, and what was asked last. */
    static final class PlayedAnswers implements Inquiries {
        volatile Answer answer = new Answer.Unclear();
        volatile String asked = "";

        @Override
        public Answer ask(
                String question,
                com.fasterxml.jackson.databind.JsonNode body,
                vn.lienthong.hub.security.Caller caller) {
            asked = question + " by " + caller.client();
            return answer;
        }
    }
}
