package vn.lienthong.hub.facade;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.hub.activity.Activities;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.delivery.Deliveries;
import vn.lienthong.hub.delivery.Leg;
import vn.lienthong.hub.delivery.SystemState;
import vn.lienthong.hub.delivery.Systems;
import vn.lienthong.hub.diagnosis.Diagnosis;
import vn.lienthong.hub.diagnosis.Symptom;
import vn.lienthong.hub.exchange.RecordedMessages;
import vn.lienthong.hub.inquiry.Answer;
import vn.lienthong.hub.inquiry.Connections;
import vn.lienthong.hub.inquiry.Inquiries;
import vn.lienthong.hub.inquiry.Questions;
import vn.lienthong.hub.inquiry.Reached;
import vn.lienthong.hub.intake.Callbacks;
import vn.lienthong.hub.ledger.DeadlineRecheck;
import vn.lienthong.hub.ledger.Recheck;
import vn.lienthong.hub.ledger.RecheckQuery;
import vn.lienthong.hub.local.LocalSignIn;
import vn.lienthong.hub.pack.SampleCredentials;
import vn.lienthong.hub.published.ProcedureDifferences;

/** The facade and its security as they run, over a ledger, deliveries and inquiries that tests play. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ComponentScan({"vn.lienthong.hub.facade", "vn.lienthong.hub.security"})
@Import(LocalSignIn.class)
class FacadeUnderTest {
    private static final Path INTEGRATION = Path.of("integration");

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
    Cards cards() {
        var environment = new MockEnvironment();
        SampleCredentials.of(INTEGRATION).forEach(environment::setProperty);
        return Cards.load(INTEGRATION, environment);
    }

    @Bean
    Questions questions(Cards cards) {
        return Questions.read(cards, INTEGRATION);
    }

    @Bean
    Connections playedConnections() {
        return (system, caller) ->
                new Reached(false, "unreachable", 12, "không gọi được: 030085000000 " + caller.client());
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
        return new Systems() {
            @Override
            public List<SystemState> all() {
                return List.of(new SystemState(
                        "civil-status",
                        "Hộ tịch",
                        "open",
                        12,
                        1,
                        2,
                        0,
                        301,
                        0,
                        FakeLedger.RECEIVED,
                        "Không kết nối được"));
            }

            @Override
            public List<Waiting> waiting(Collection<String> systems) {
                return systems.stream()
                        .map(system -> new Waiting(system, "register", 12, 2))
                        .toList();
            }
        };
    }

    /** An answer that a test sets, or a failure. */
    static final class PlayedCallbacks implements Callbacks {
        volatile Function<Message, Answer> play = message -> new Answer(200, null, new byte[0]);

        @Override
        public Answer take(String system, String name, Message message) {
            return play.apply(message);
        }

        @Override
        public int largest(String system) {
            return 100;
        }
    }

    @Bean
    ProcedureDifferences playedDifferences() {
        return () -> new ProcedureDifferences.Comparison(
                1, List.of(new ProcedureDifferences.Line("1.001193", "title", "Khai sinh", "Đăng ký khai sinh", 2)));
    }

    @Bean
    PlayedReceived playedReceived() {
        return new PlayedReceived();
    }

    @Bean
    RecordedMessages playedRecordedMessages() {
        return (asked, caller) -> new RecordedMessages.Page(List.of(), null);
    }

    @Bean
    PlayedExchanges playedExchanges() {
        return new PlayedExchanges();
    }

    @Bean
    PlayedCallbacks playedCallbacks() {
        return new PlayedCallbacks();
    }

    @Bean
    PlayedJourneys playedJourneys() {
        return new PlayedJourneys();
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

    @Bean
    PlayedIncidents playedIncidents() {
        return new PlayedIncidents();
    }

    @Bean
    Activities playedActivity() {
        return caller -> PlayedActivity.ONE;
    }

    @Bean
    Diagnosis playedDiagnosis() {
        return () -> List.of(Symptom.CLOCK_OFF.of("hub-1", 1500));
    }

    @Bean
    PlayedDrifts playedDrifts() {
        return new PlayedDrifts();
    }

    @Bean
    PlayedOutages playedOutages() {
        return new PlayedOutages();
    }

    @Bean
    PlayedRepairs playedRepairs() {
        return new PlayedRepairs();
    }

    @Bean
    PlayedPayments playedPayments() {
        return new PlayedPayments();
    }

    @Bean
    PlayedSignIns playedSignIns() {
        return new PlayedSignIns();
    }

    @Bean
    PlayedSubscriptions playedSubscriptions() {
        return new PlayedSubscriptions();
    }

    @Bean
    PlayedEditions playedEditions() {
        return new PlayedEditions();
    }

    @Bean
    PlayedFiles playedFiles() {
        return new PlayedFiles();
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

        @Override
        public Answer ask(
                String system,
                String question,
                com.fasterxml.jackson.databind.JsonNode body,
                vn.lienthong.hub.security.Caller caller) {
            return ask(system + "/" + question, body, caller);
        }
    }
}
