package plantao.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Drafts;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Shift;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.runbook.Command;
import plantao.runbook.Phase;
import plantao.runbook.PlaybookLink;
import plantao.runbook.Step;
import plantao.values.Resolved;

/// One exercise from the fault to the handoff, as an operator would do it: by the alert's own playbook, step by
/// step,
/// until the alert clears. Everything it does are the operator's events; everything it says are the log's entries.
public final class Exercise {
    private static final int FIRES_WITHIN = 180;
    private static final int STEP_WITHIN = 330;
    private static final int CLEARS_WITHIN = 30;

    private final Session session;
    private final PrintWriter out;
    private final Rooms.Painter painter;
    private final Path pictures;
    private final Locale locale;
    private final ResourceBundle words;
    private final Set<UUID> before = new HashSet<>();
    private final Set<UUID> printed = ConcurrentHashMap.newKeySet();
    private final List<Path> painted = new ArrayList<>();
    private String system = "";

    public Exercise(Session session, PrintWriter out, Rooms.Painter painter, Path pictures, Locale locale) {
        this.session = session;
        this.out = out;
        this.painter = painter;
        this.pictures = pictures;
        this.locale = locale;
        String language = locale.getLanguage().equals("pt") ? "pt_BR" : "en";
        this.words = ResourceBundle.getBundle("plantao.cli.messages_" + language, Locale.ROOT);
    }

    /// @return whether the alert fired and cleared
    public boolean run(String scenario) {
        Board start = session.board().get();
        system = start.practice().system();
        start.journal().entries().forEach(e -> before.add(e.id()));
        session.listen().accept(this::print);
        session.await(60, () -> Practice.calm(session.board().get()) && firing() == null);
        picture("1-board-calm", "board");
        send(new Event.StartShift(system, start.operator()));
        send(new Event.BeginScenario(scenario));
        if (!session.await(FIRES_WITHIN, () -> firing() != null)) {
            out.println("No alert fired within " + FIRES_WITHIN + " s.");
            return false;
        }
        Alert alert = firing();
        if (alert == null) {
            return false;
        }
        picture("2-board-alert", "board");
        send(new Event.Acknowledge(system, alert.rule().id()));
        send(new Event.DeclareIncident(system, alert.rule().id(), null));
        session.await(5, () -> incident() != null);
        boolean solved = walk(alert);
        picture("4-incident", "incidents");
        wrapUp(solved);
        return solved;
    }

    private boolean walk(Alert alert) {
        PlaybookLink link = alert.rule().source().playbook();
        if (link == null) {
            out.println("The runbook has no playbook for this alert.");
            return false;
        }
        send(new Event.OpenRun(
                system, link.title(), link.origin().line(), alert.rule().id()));
        session.await(5, () -> run() != null);
        Run run = run();
        if (run == null) {
            return false;
        }
        boolean solved = false;
        for (int i = 0; i < run.steps().size(); i++) {
            Step step = run.steps().get(i);
            if (solved) {
                skip(run.id(), i, words.getString("skip.solved"));
            } else if (step.commands().isEmpty()) {
                skip(run.id(), i, words.getString("skip.manual"));
            } else if (step.commands().stream().anyMatch(Command::interactive)) {
                skip(run.id(), i, words.getString("skip.interactive"));
            } else {
                step(run.id(), i);
                boolean mends = step.phase() != Phase.DIAGNOSIS;
                solved = mends && session.await(CLEARS_WITHIN, () -> !stillFiring(alert));
            }
        }
        solved = solved || session.await(CLEARS_WITHIN, () -> !stillFiring(alert));
        if (solved) {
            picture("3-board-recovered", "board");
        }
        return solved;
    }

    private void skip(UUID id, int index, String reason) {
        send(new Event.SkipStep(id, index, reason));
        session.await(5, () -> status(id, index) == StepState.Status.SKIPPED);
    }

    private void step(UUID id, int index) {
        Board board = session.board().get();
        SystemBoard desk = board.system(system).orElseThrow();
        Resolved resolved = Previews.of(desk.run(id).orElseThrow(), index);
        if (!resolved.missing().isEmpty()) {
            skip(
                    id,
                    index,
                    MessageFormat.format(words.getString("skip.missing"), String.join(", ", resolved.missing())));
            return;
        }
        out.println("          $ " + resolved.shown().replace("\n", "\n            "));
        send(new Event.RunStep(id, index, false));
        session.await(5, () -> asking(id) || status(id, index) != StepState.Status.TODO);
        if (asking(id)) {
            out.println("          asks first: it is "
                    + desk.run(id)
                            .orElseThrow()
                            .steps()
                            .get(index)
                            .risk()
                            .name()
                            .toLowerCase(Locale.ROOT) + "; answered yes");
            picture("3-playbook-asks", "playbooks");
            send(new Event.RunStep(id, index, true));
        }
        session.await(STEP_WITHIN, () -> {
            StepState.Status status = status(id, index);
            return status == StepState.Status.DONE || status == StepState.Status.FAILED;
        });
        String excerpt = session.board()
                .get()
                .system(system)
                .flatMap(s -> s.run(id))
                .map(r -> r.states().get(index).excerpt())
                .orElse("");
        if (excerpt != null && !excerpt.isBlank()) {
            excerpt.lines().limit(12).forEach(line -> out.println("          | " + line));
        }
        out.flush();
    }

    private void wrapUp(boolean solved) {
        Incident incident = incident();
        Run run = run();
        if (run != null) {
            send(new Event.EndRun(run.id()));
        }
        if (incident != null) {
            if (solved) {
                send(new Event.ResolveIncident(incident.id()));
                session.await(5, () -> resolved(incident.id()));
            }
            String text = Drafts.postmortem(session.board().get(), incident.id(), locale, ZoneId.systemDefault());
            send(new Event.CloseIncident(incident.id(), text));
            send(new Event.ExportFile(
                    system, "postmortem", Drafts.postmortemName(session.board().get(), incident.id()), text));
        }
        send(new Event.EndScenario());
        Shift shift = session.board().get().journal().currentShift(system).orElse(null);
        if (shift != null) {
            session.await(5, () -> incident() == null);
            String text = Drafts.handoff(session.board().get(), shift.id(), locale, ZoneId.systemDefault());
            picture("5-handoff", "handoffs");
            send(new Event.EndShift(system, null, text));
            send(new Event.ExportFile(
                    system, "handoff", Drafts.handoffName(session.board().get(), shift.id()), text));
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

    private @Nullable Alert firing() {
        return session.board().get().system(system).stream()
                .flatMap(s -> s.activeAlerts().stream())
                .filter(a -> a.state() instanceof Alert.State.Firing)
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

    private @Nullable Run run() {
        return session.board().get().system(system).stream()
                .flatMap(s -> s.runs().stream())
                .filter(Run::open)
                .findFirst()
                .orElse(null);
    }

    private boolean asking(UUID id) {
        return session.board()
                .get()
                .system(system)
                .flatMap(s -> s.run(id))
                .filter(r -> r.asking() != null)
                .isPresent();
    }

    private StepState.Status status(UUID id, int step) {
        return session.board()
                .get()
                .system(system)
                .flatMap(s -> s.run(id))
                .map(r -> r.states().get(step).status())
                .orElse(StepState.Status.TODO);
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
