package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.journal.Incident;
import plantao.journal.Message;
import plantao.runbook.MessageSettings;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.values.Place;
import plantao.values.Target;

/// What the desk makes of messages: written down first, sent where the settings allow it, reminded of in time.
class MessageHandlerTest {
    private static final String CONFIG = """
            messages:
              to:
                "#ops": {slack: {env: HOOK}}
                All: {mail: [all@example.org, b@example.org]}
                Wrong: {pigeon: {env: HOOK}}
              every: {1: 15m}
            """;

    private final Runbook runbook =
            RunbookReader.read("runbook.md", Map.of("runbook.md", "# Shop\n\nNothing here.\n", "console.yaml", CONFIG));
    private final List<Effect> effects = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T02:00:00Z");
    private int ids = 10;
    private Board board = board(Target.Kind.PRODUCTION, Trust.FULL);

    private Board board(Target.Kind kind, Trust trust) {
        Target target = new Target(
                "production",
                "Production",
                kind,
                Map.of(),
                Map.of(),
                new Place("shell", Path.of("."), true, Map.of(), null));
        return Board.empty(now, "Ana")
                .withSystems(List.of(SystemBoardFactory.open(runbook, List.of(target), 1, trust, now)))
                .withSelected(runbook.system());
    }

    private void send(Event event) {
        Outcome outcome = Watch.next(
                board,
                event,
                new EventContext(now, "desk-1", () -> new UUID(0x7000, ids++), t -> t.replace("hunter2", "••••")));
        board = outcome.board();
        outcome.effects().stream()
                .filter(e -> e instanceof Effect.Post || e instanceof Effect.OpenAddress)
                .forEach(effects::add);
    }

    private Incident declared() {
        send(new Event.DeclareIncident(runbook.system(), null, "Shop is down"));
        return incident();
    }

    private Incident incident() {
        return board.journal().incidents().getLast();
    }

    private void message(@Nullable String to, String text) {
        send(new Event.SendMessage(incident().id(), "First words", to, "Shop & co", text, Duration.ofMinutes(15)));
    }

    @Test
    void whatIsWrittenWronglyInTheSettingsIsSaidAndTheRestCounts() {
        MessageSettings settings = runbook.settings().watch().links().messages();
        assertThat(settings.places()).extracting(MessageSettings.Place::name).containsExactly("#ops", "All");
        assertThat(settings.every(1)).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.every(3)).isEqualTo(Duration.ofHours(1));
        assertThat(runbook.problems())
                .anySatisfy(p -> assertThat(p.message()).contains("Wrong").contains("webhook"));
    }

    @Test
    void aPostIsWrittenDownMaskedBeforeItGoesAndSoIsEachAttempt() {
        declared();
        message("#ops", "We work on it, password hunter2");
        Effect.Post post = (Effect.Post) effects.getFirst();
        assertThat(post.post().text()).isEqualTo("We work on it, password ••••");
        Message first = Message.of(incident()).getFirst();
        assertThat(first.state()).isEqualTo("posting");
        assertThat(first.text()).doesNotContain("hunter2");
        assertThat(first.id()).hasToString(post.post().id());
        for (String outcome : List.of("refused", "unknown")) {
            send(new Event.MessageTried(incident().id(), post.post().id(), "#ops", 1, outcome, "it answers 503"));
        }
        assertThat(Message.of(incident()).getFirst().tries()).hasSize(2);
        assertThat(Message.of(incident()).getFirst().state()).isEqualTo("unknown");
        assertThat(board.notices()).last().satisfies(n -> assertThat(n.text()).contains("look there"));
        assertThat(effects).hasSize(1);
    }

    @Test
    void aMailOpensInTheDesktopWithSubjectAndBody() {
        declared();
        message("All", "Line one\nÁgua & sal");
        assertThat(effects)
                .containsExactly(new Effect.OpenAddress("mailto:all@example.org,b@example.org?subject=Shop%20%26%20co"
                        + "&body=Line%20one%0D%0A%C3%81gua%20%26%20sal"));
    }

    @Test
    void nothingIsPostedFromPracticeOrBeforeApproval() {
        board = board(Target.Kind.PRACTICE, Trust.FULL);
        declared();
        message("#ops", "text");
        assertThat(effects).isEmpty();
        assertThat(Message.of(incident())).isEmpty();
        message(null, "text");
        assertThat(Message.of(incident())).extracting(Message::way).containsExactly("copy");
    }

    @Test
    void theNextOneIsRemindedOfOnceWhenItIsDue() {
        declared();
        message(null, "text");
        assertThat(Message.due(incident())).contains(now.plus(Duration.ofMinutes(15)));
        now = now.plus(Duration.ofMinutes(14));
        send(new Event.Tick());
        int before = board.notices().size();
        now = now.plus(Duration.ofMinutes(1));
        send(new Event.Tick());
        now = now.plusSeconds(1);
        send(new Event.Tick());
        assertThat(board.notices()).hasSize(before + 1);
        assertThat(board.notices().getLast().text()).contains("due now");
        send(new Event.ResolveIncident(incident().id()));
        assertThat(Message.due(incident())).isEmpty();
    }

    @Test
    void statusAndRolesAreToldAnew() {
        declared();
        assertThat(incident().status()).isEqualTo(Incident.Status.INVESTIGATING);
        assertThat(incident().holder(Incident.Role.COMMANDER)).isEqualTo("Ana");
        send(new Event.SetStatus(incident().id(), Incident.Status.FIXING));
        send(new Event.GiveRole(incident().id(), Incident.Role.COMMANDER, "Rui"));
        send(new Event.GiveRole(incident().id(), Incident.Role.SCRIBE, "Bea"));
        send(new Event.GiveRole(incident().id(), Incident.Role.SCRIBE, " "));
        assertThat(incident().status()).isEqualTo(Incident.Status.FIXING);
        assertThat(incident().holder(Incident.Role.COMMANDER)).isEqualTo("Rui");
        assertThat(incident().holder(Incident.Role.SCRIBE)).isEmpty();
        send(new Event.SetStatus(incident().id(), Incident.Status.RESOLVED));
        assertThat(incident().resolved()).isNotNull();
        assertThat(incident().status()).isEqualTo(Incident.Status.RESOLVED);
    }

    @Test
    void whoWasToldOfAMilderOneHearsAtOnceWhenItTurnsWorse() {
        declared();
        send(new Event.GradeIncident(incident().id(), 3));
        send(new Event.SendMessage(
                incident().id(), "Update", null, "Down", "We look into it.", Duration.ofMinutes(15)));
        now = now.plus(Duration.ofMinutes(2));
        send(new Event.GradeIncident(incident().id(), 1));
        send(new Event.GradeIncident(incident().id(), 1));
        send(new Event.GradeIncident(incident().id(), 5));
        assertThat(incident().severity()).isEqualTo(1);
        assertThat(incident().timeline())
                .extracting(plantao.journal.Entry::detail)
                .filteredOn(d -> d instanceof plantao.journal.Detail.IncidentGraded g && g.severity() == 1)
                .containsExactly(
                        new plantao.journal.Detail.IncidentGraded(incident().id(), 1, 3));
        assertThat(Message.due(incident())).contains(now);
        send(new Event.CloseIncident(incident().id(), "# Done"));
        send(new Event.GradeIncident(incident().id(), 2));
        assertThat(incident().severity()).as("a closed record stays as it is").isEqualTo(1);
    }

    @Test
    void aNoteThatBeginsWithATimeIsAboutThen() {
        declared();
        now = now.plus(Duration.ofMinutes(30));
        send(new Event.AddNote(runbook.system(), "01:55 the deploy began"));
        send(new Event.AddNote(runbook.system(), "09:00 is when they call back"));
        send(new Event.AddNote(runbook.system(), "2:99 of them"));
        assertThat(board.journal().entries())
                .extracting(plantao.journal.Entry::detail)
                .contains(
                        new plantao.journal.Detail.Note("the deploy began", Instant.parse("2026-03-01T01:55:00Z")),
                        new plantao.journal.Detail.Note("09:00 is when they call back"),
                        new plantao.journal.Detail.Note("2:99 of them"));
        assertThat(incident().timeline().getFirst().at()).isEqualTo(Instant.parse("2026-03-01T01:55:00Z"));
    }

    @Test
    void aPlaceSetInTheWindowTakesMessagesToo() {
        OperatorPlace own = new OperatorPlace(
                runbook.system(),
                ((OperatorPlace.Typed.Good) OperatorPlace.typed("Status", MessageSettings.Kind.WEBHOOK, "$STATUS_HOOK"))
                        .place());
        send(new Event.SetPlaces(List.of(own, new OperatorPlace("Other", own.place()))));
        Incident incident = declared();
        send(new Event.SendMessage(incident.id(), "Plain", "Status", "", "We look into it.", null));
        assertThat(effects).singleElement().isInstanceOfSatisfying(Effect.Post.class, post -> {
            assertThat(post.place()).isEqualTo(own.place());
            assertThat(post.place().env()).isEqualTo("STATUS_HOOK");
        });

        board = board(Target.Kind.PRACTICE, Trust.FULL).withPlaces(List.of(own));
        assertThat(MessageHandler.places(board, board.systems().getFirst()))
                .noneMatch(p -> p.kind() != MessageSettings.Kind.MAIL);
    }

    @Test
    void anAddressItselfIsNoPlace() {
        assertThat(OperatorPlace.typed("#ops", MessageSettings.Kind.SLACK, "https://hooks.example.org/s3cret"))
                .isEqualTo(new OperatorPlace.Typed.Wrong(OperatorPlace.Why.SECRET));
        assertThat(OperatorPlace.typed("All", MessageSettings.Kind.MAIL, "not one"))
                .isEqualTo(new OperatorPlace.Typed.Wrong(OperatorPlace.Why.MAIL));
        assertThat(OperatorPlace.typed("#ops", MessageSettings.Kind.SLACK, "pass show ops"))
                .isInstanceOfSatisfying(OperatorPlace.Typed.Good.class, good -> {
                    assertThat(good.place().command()).isEqualTo("pass show ops");
                    assertThat(good.place().env()).isNull();
                });
    }
}
