package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Handoff;
import plantao.journal.Incident;
import plantao.journal.ItemState;
import plantao.journal.ItemState.Status;
import plantao.journal.Journal;
import plantao.store.Folders;

/// A shift as an operator goes it, in the window and with a real log, from the handoff that is accepted at its
/// start to the one that is accepted after it. Nothing is probed: the runbook is opened and not trusted.
class ShiftJourneyTest {
    private static final String SYSTEM = "Ouvify";

    @TempDir
    Path temp;

    private final MovableClock clock = new MovableClock();
    private Console console;
    private JourneyWindow window;

    @BeforeEach
    void open() throws Exception {
        Folders folders = Homes.in(temp);
        console = new Console(new Console.Setup(
                folders, Path.of("runbooks").toAbsolutePath(), System.getenv(), clock, "Marina Costa"));
        window = JourneyWindow.open(console, Locale.of("pt", "BR"), _ -> {});
        console.send(
                new Event.OpenFolder(Path.of("runbooks/ouvify").toAbsolutePath().toString()));
        window.until("the runbook is open", () -> console.board().current().isPresent());
        console.send(new Event.StartShift(SYSTEM, "Rafael Lima"));
        console.send(new Event.EndShift(SYSTEM, "Marina Costa", "# Passagem\n\nNada queima.\n"));
        window.until("a handoff waits", () -> journal().waitingHandoff(SYSTEM).isPresent());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Journal journal() {
        return console.board().journal();
    }

    private Status status(int item) {
        List<ItemState> items = console.board().shift().orElseThrow().items();
        return item < items.size() ? items.get(item).status() : Status.OPEN;
    }

    @Test
    void fromAcceptedHandoffToAcceptedHandoff() {
        window.click("#rail-shift");
        window.click("Ler primeiro");
        window.say("#remark", "O deploy de ontem saiu?");
        window.until(
                "the question is kept",
                () -> !journal().handoffs().getFirst().remarks().isEmpty());
        window.click("#accept");
        window.until(
                "Marina is on call",
                () -> console.board()
                        .shift()
                        .filter(s -> s.operator().equals("Marina Costa"))
                        .isPresent());

        window.until("the checklist is shown", () -> window.shown(".check-row").size() > 6);
        window.focus(window.shown(".check-row").getFirst());
        window.type(KeyCode.SPACE);
        window.until("the first item is ticked", () -> status(0) == Status.TICKED);
        window.type(KeyCode.J, KeyCode.F);
        window.say(".row-ask", "23:59 o painel responde 503");
        window.until("the second is put off", () -> status(1) == Status.DEFERRED);
        window.type(KeyCode.J, KeyCode.S);
        window.say(".row-ask", "sem métricas hoje");
        window.until("the third is left out", () -> status(2) == Status.SKIPPED);
        window.type(KeyCode.K, KeyCode.K, KeyCode.SPACE);
        window.until("the tick is taken back", () -> status(0) == Status.OPEN);

        window.type(KeyCode.D, KeyCode.ENTER);
        window.until("an incident is declared", () -> console.board().incident().isPresent());
        window.until(
                "the strip tells of it", () -> !window.shown(".incident-strip").isEmpty());
        clock.advance(Duration.ofMinutes(31));
        window.type(KeyCode.X);
        window.until(
                "somebody was called",
                () -> journal().entries().stream().anyMatch(e -> e.detail() instanceof Detail.Escalated));
        window.type(KeyCode.C);
        window.until("whom to call is shown", () -> !window.shown("SRE Lead").isEmpty());
        window.type(KeyCode.ESCAPE);
        Incident incident = console.board().incident().orElseThrow();
        console.send(new Event.ResolveIncident(incident.id()));
        console.send(new Event.CloseIncident(incident.id(), ""));

        window.click("#rail-shift");
        window.click("#end");
        window.say("#to", "Rafael Lima");
        window.click("#end");
        window.until(
                "the handoff waits",
                () -> journal().handoffs().size() == 2
                        && console.board().shift().isEmpty());
        Handoff handoff = journal().waitingHandoff(SYSTEM).orElseThrow();
        assertThat(handoff.markdown())
                .contains("**Nada queima:**", "**Primeiro:** retomar “", "**Prazo:** até")
                .contains("o painel responde 503", "Escalado para SRE Lead", "sem métricas hoje");
        window.click("#accept");
        window.until(
                "Rafael is on call",
                () -> console.board()
                        .shift()
                        .filter(s -> s.operator().equals("Rafael Lima"))
                        .isPresent());
        assertThat(journal().handoffs()).allMatch(h -> h.accepted() != null);
        assertThat(journal().deferred(SYSTEM))
                .as("what was put off is still open")
                .hasSize(1);
        window.until("all is saved", () -> console.board().unsaved().isEmpty());
    }
}
