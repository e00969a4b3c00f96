package plantao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Ladder;
import plantao.journal.Shift;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;

/// One exercise from the fault to the handoff, as an operator would do it: by the alert's own playbook, step by
/// step, until the alert clears. Everything it does are the operator's events; everything it says are the log's
/// entries.
public final class PracticeExercise {
    private static final int FIRES_WITHIN = 180;
    private static final int BEGINS_WITHIN = 30;
    private static final int CLEARS_WITHIN = 30;
    private static final int PROVED_WITHIN = 8;

    private final Session session;
    private final PrintWriter out;
    private final ConsoleAccess.Painter painter;
    private final Path pictures;
    private final Locale locale;
    private final ResourceBundle words;
    private final Set<UUID> before = new HashSet<>();
    private final Set<UUID> printed = ConcurrentHashMap.newKeySet();
    private final List<Path> painted = new ArrayList<>();
    private String system = "";

    public PracticeExercise(
            Session session, PrintWriter out, ConsoleAccess.Painter painter, Path pictures, Locale locale) {
        this.session = session;
        this.out = out;
        this.painter = painter;
        this.pictures = pictures;
        this.locale = locale;
        String language = locale.getLanguage().equals("pt") ? "pt_BR" : "en";
        this.words = ResourceBundle.getBundle("plantao.cli.messages_" + language, Locale.ROOT);
    }

    /// @return whether the trouble came to light and is over
    public boolean run(String id) {
        Board start = session.board().get();
        system = start.practice().system();
        PracticeBoard.Scenario scenario = start.practice().scenarios().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
        start.journal().entries().forEach(e -> before.add(e.id()));
        session.listen().accept(this::print);
        session.await(60, () -> PracticeProgress.calm(session.board().get()));
        picture("1-board-calm", "board");
        send(new Event.StartShift(system, start.operator()));
        send(new Event.BeginScenario(id));
        session.await(
                BEGINS_WITHIN, () -> id.equals(session.board().get().practice().scenario()));
        Alert alert = null;
        if (scenario.alert() != null) {
            if (rules().stream().noneMatch(scenario.alert()::equals)) {
                out.println("The scenario waits for the alert \"" + scenario.alert() + "\", and no rule has that name."
                        + " There are: " + String.join(", ", rules()) + ".");
                return false;
            }
            if (!session.await(FIRES_WITHIN, () -> firing(scenario.alert()) != null)) {
                out.println("No alert fired within " + FIRES_WITHIN + " s.");
                return false;
            }
            alert = firing(scenario.alert());
        } else if (!session.await(BEGINS_WITHIN, () -> Boolean.FALSE.equals(mended()))) {
            out.println("The scenario's own proof says that nothing is wrong.");
            return false;
        }
        return answered(scenario, alert);
    }

    private List<String> rules() {
        return session.board().get().system(system).stream()
                .flatMap(s -> s.alerts().stream())
                .map(a -> a.rule().name())
                .toList();
    }

    private boolean answered(PracticeBoard.Scenario scenario, @Nullable Alert alert) {
        picture("2-board-alert", "board");
        Playbook playbook = playbook(scenario, alert).orElse(null);
        String title = playbook == null ? null : playbook.title();
        if (alert != null) {
            send(new Event.Acknowledge(system, alert.rule().id()));
        }
        send(new Event.DeclareIncident(
                system, alert == null ? null : alert.rule().id(), alert == null ? title : null));
        session.await(5, () -> incident() != null);
        boolean over = false;
        if (playbook == null) {
            out.println("The runbook has no playbook for this.");
        } else {
            BooleanSupplier quiet = alert == null ? () -> Boolean.TRUE.equals(mended()) : () -> !stillFiring(alert);
            int patience = alert == null ? PROVED_WITHIN : CLEARS_WITHIN;
            ExerciseWalk walk = new ExerciseWalk(session, out, words, system, scenario, quiet, patience, this::asks);
            String from = alert == null ? null : alert.rule().id();
            over = walk.playbook(playbook.title(), playbook.origin().line(), from);
        }
        boolean solved = over || scenario.beyond() && escalated();
        if (over) {
            session.await(
                    CLEARS_WITHIN, () -> PracticeProgress.calm(session.board().get()));
            picture("3-board-recovered", "board");
        }
        picture("4-incident", "incidents");
        wrapUp(over);
        return solved;
    }

    /// Calls in whoever the runbook's ladder names next.
    private boolean escalated() {
        Incident incident = incident();
        Ladder.Call call = incident == null
                ? null
                : Ladder.of(session.board().get().system(system).orElseThrow().runbook(), incident)
                        .next(session.board().get().now(), ZoneId.systemDefault())
                        .orElse(null);
        if (incident == null || call == null) {
            out.println("The runbook has no cure for this and names nobody to call.");
            return false;
        }
        out.println("The runbook has no cure for this: " + call.who() + " is called in.");
        send(new Event.Escalate(incident.id(), call.who(), call.step().text()));
        return session.await(
                5,
                () -> session.board().get().journal().entries().stream()
                        .anyMatch(e -> e.detail() instanceof Detail.Escalated d
                                && d.incident().equals(incident.id())));
    }

    private void asks() {
        picture("3-playbook-asks", "playbooks");
    }

    /// The alert's own playbook; where it has none, the one that the scenario's report of symptoms leads to.
    private Optional<Playbook> playbook(PracticeBoard.Scenario scenario, @Nullable Alert alert) {
        PlaybookLink link = alert == null ? null : alert.rule().source().playbook();
        String title = link == null ? scenario.playbook() : link.title();
        if (alert != null && link == null && title != null) {
            out.println(
                    "The alert leads to no playbook (`playbooks:` in console.yaml names one); the scenario's is taken: "
                            + title);
        }
        return session.board().get().system(system).orElseThrow().runbook().playbooks().stream()
                .filter(p -> p.title().equals(title))
                .findFirst();
    }

    private @Nullable Boolean mended() {
        return session.board().get().practice().mended();
    }

    /// Hands over what is over as closed, and what is not as it stands: only then the fault is taken away.
    private void wrapUp(boolean over) {
        Incident incident = incident();
        if (incident != null) {
            if (over) {
                close(incident);
            }
            send(new Event.ExportFile(
                    system,
                    "postmortem",
                    Drafts.postmortemName(session.board().get(), incident.id()),
                    Drafts.postmortem(session.board().get(), incident.id(), locale, ZoneId.systemDefault())));
        }
        if (over) {
            endScenario();
        }
        Shift shift = session.board().get().journal().currentShift(system).orElse(null);
        if (shift != null) {
            String text = Drafts.handoff(session.board().get(), shift.id(), locale, ZoneId.systemDefault());
            picture("5-handoff", "handoffs");
            send(new Event.EndShift(system, null, text));
            send(new Event.ExportFile(
                    system, "handoff", Drafts.handoffName(session.board().get(), shift.id()), text));
        }
        if (!over) {
            endScenario();
            if (incident != null) {
                close(incident);
            }
        }
        session.await(
                10, () -> exported() >= 2 && session.board().get().unsaved().isEmpty());
        out.println();
        for (Entry entry : session.board().get().journal().entries()) {
            if (entry.detail() instanceof Detail.Exported x && printed.contains(entry.id())) {
                out.println(String.format(Locale.ROOT, "%-11s %s", x.what(), x.file()));
            }
        }
        painted.forEach(p -> out.println("picture     " + p));
        out.flush();
    }

    private void close(Incident incident) {
        send(new Event.ResolveIncident(incident.id()));
        session.await(5, () -> resolved(incident.id()));
        String text = Drafts.postmortem(session.board().get(), incident.id(), locale, ZoneId.systemDefault());
        send(new Event.CloseIncident(incident.id(), text));
        session.await(5, () -> incident() == null);
    }

    private void endScenario() {
        send(new Event.EndScenario());
        session.await(BEGINS_WITHIN, () -> session.board().get().practice().scenario() == null);
    }

    private long exported() {
        return session.board().get().journal().entries().stream()
                .filter(e -> printed.contains(e.id()) && e.detail() instanceof Detail.Exported)
                .count();
    }

    private void send(Event event) {
        session.send().accept(event);
    }

    private void print(Board board) {
        for (Entry entry : board.journal().entries()) {
            if (!before.contains(entry.id()) && printed.add(entry.id())) {
                out.println(EntryLine.of(entry));
                out.flush();
            }
        }
    }

    private @Nullable Alert firing(@Nullable String name) {
        return session.board().get().system(system).stream()
                .flatMap(s -> s.activeAlerts().stream())
                .filter(a -> a.rule().name().equals(name) && a.state() instanceof Alert.State.Firing)
                .findFirst()
                .orElse(null);
    }

    private boolean stillFiring(Alert alert) {
        return session.board().get().system(system).stream()
                .flatMap(s -> s.alerts().stream())
                .anyMatch(a -> a.rule().id().equals(alert.rule().id()) && a.firing());
    }

    private @Nullable Incident incident() {
        return session.board().get().journal().openIncident(system).orElse(null);
    }

    private boolean resolved(UUID id) {
        return session.board()
                .get()
                .journal()
                .incident(id)
                .filter(i -> i.resolved() != null)
                .isPresent();
    }

    private void picture(String name, String screen) {
        Path file = pictures.resolve(name + ".png");
        try {
            Files.write(file, painter.paint(session.board().get(), screen, false, locale, 1440, 900));
            painted.add(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " could not be written", e);
        }
    }
}
