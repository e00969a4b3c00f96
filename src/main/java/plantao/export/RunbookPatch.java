package plantao.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// What an incident taught about the runbook, as a unified diff for the team to take or leave: a remark behind
/// each step that failed or was skipped, and the commands that were typed in because no step had them. Nothing is
/// written into the runbook by the program.
///
/// @param diff what `patch -p1` and `git apply` take; empty when there is nothing to propose
/// @param changes how many places it changes
public record RunbookPatch(String diff, int changes) {

    /// What is put behind a line of the source.
    private record Remark(Origin step, List<String> lines) {}

    /// Proposes what this incident taught.
    ///
    /// @param locale the language of the remarks: that of the runbook
    /// @param practised whether it was an incident of the practice; each remark says so then
    public static RunbookPatch of(Incident incident, Runbook runbook, Locale locale, boolean practised) {
        DocumentWords words = DocumentWords.in(locale);
        String real = words.get("patch.from", String.valueOf(incident.number()), DocumentWords.day(incident.began()));
        String from = practised ? words.get("practised.tag") + ", " + real : real;
        Map<String, TreeMap<Integer, List<String>>> files = new LinkedHashMap<>();
        int changes = 0;
        for (Remark remark : remarks(incident, runbook, words, from)) {
            String text = runbook.texts().get(remark.step().file());
            if (text != null && remark.step().line() > 0) {
                SourceText source = new SourceText(text);
                int behind = source.endOf(remark.step().line());
                List<String> lines = source.fitted(behind, remark.lines());
                files.computeIfAbsent(remark.step().file(), _ -> new TreeMap<>())
                        .computeIfAbsent(behind, _ -> new ArrayList<>())
                        .addAll(lines);
                changes++;
            }
        }
        StringBuilder diff = new StringBuilder();
        files.forEach((file, insertions) ->
                diff.append(new SourceText(String.valueOf(runbook.texts().get(file))).diff(file, insertions)));
        return new RunbookPatch(diff.toString(), changes);
    }

    private static List<Remark> remarks(Incident incident, Runbook runbook, DocumentWords words, String from) {
        List<Remark> all = new ArrayList<>();
        Map<UUID, Walk> walks = new LinkedHashMap<>();
        for (Entry e : incident.timeline()) {
            switch (e.detail()) {
                case Detail.RunStarted r -> walks.put(r.run(), new Walk(steps(runbook, r)));
                case Detail.StepRan s -> walk(walks, s.run()).ran(s);
                case Detail.StepDone s -> walk(walks, s.run()).done(s.step(), s.title());
                case Detail.StepSkipped s -> walk(walks, s.run()).skipped(s);
                default -> {}
            }
        }
        walks.values().forEach(w -> all.addAll(w.remarks(words, from)));
        return all;
    }

    /// Of a run that was begun before the incident nothing is known.
    private static Walk walk(Map<UUID, Walk> walks, UUID run) {
        return walks.computeIfAbsent(run, _ -> new Walk(List.of()));
    }

    private static List<Step> steps(Runbook runbook, Detail.RunStarted run) {
        return run.procedure() == null
                ? runbook.playbooks().stream()
                        .filter(p -> p.title().equals(run.title()))
                        .findFirst()
                        .map(Playbook::steps)
                        .orElse(List.of())
                : runbook.procedures().stream()
                        .filter(p -> p.title().equals(run.title()))
                        .findFirst()
                        .map(Procedure::steps)
                        .orElse(List.of());
    }

    /// A run while it is read. Lives only inside one call.
    private static final class Walk {
        private final List<Step> steps;
        private final Map<Integer, Detail> last = new TreeMap<>();
        private final Map<String, Integer> typed = new LinkedHashMap<>();
        private int at = -1;

        Walk(List<Step> steps) {
            this.steps = steps;
        }

        private boolean known(int index, String title) {
            return index >= 0
                    && index < steps.size()
                    && steps.get(index).title().equals(title);
        }

        void ran(Detail.StepRan s) {
            if (known(s.step(), s.title())) {
                at = s.step();
                last.put(s.step(), s);
            } else if (s.typed() && good(s) && !written(s)) {
                typed.putIfAbsent(s.command(), at);
            }
        }

        private boolean written(Detail.StepRan s) {
            return steps.stream()
                    .flatMap(step -> step.commands().stream())
                    .anyMatch(c -> c.text().strip().equals(s.command().strip()));
        }

        void done(int index, String title) {
            if (known(index, title)) {
                at = index;
                last.remove(index);
            }
        }

        void skipped(Detail.StepSkipped s) {
            if (known(s.step(), s.title())) {
                at = s.step();
                last.put(s.step(), s);
            }
        }

        private static boolean good(Detail.StepRan s) {
            return s.outcome().equals("exited") && Integer.valueOf(0).equals(s.exit());
        }

        /// A check that says that something is broken has worked; the shell could not run it from 126 on.
        private static boolean answered(Detail.StepRan s) {
            return s.phase() == Phase.DIAGNOSIS
                    && s.risk() == Risk.SAFE
                    && s.outcome().equals("exited")
                    && s.exit() != null
                    && s.exit() < 126;
        }

        List<Remark> remarks(DocumentWords words, String from) {
            List<Remark> all = new ArrayList<>();
            last.forEach((index, detail) -> {
                String said = said(detail, words);
                if (said != null) {
                    all.add(new Remark(
                            end(steps.get(index)),
                            List.of("> **" + from + "**, "
                                    + words.get(
                                            "patch.step",
                                            MarkdownEscape.text(steps.get(index).title())) + ": " + said)));
                }
            });
            typed.forEach((command, index) -> {
                if (!steps.isEmpty()) {
                    List<String> lines = new ArrayList<>();
                    lines.add(words.get("patch.typed", from) + ":");
                    lines.add("");
                    String fence = command.contains("```") ? "~~~~" : "```";
                    lines.add(fence + "bash");
                    lines.addAll(command.lines().toList());
                    lines.add(fence);
                    all.add(new Remark(end(steps.get(Math.max(0, index))), lines));
                }
            });
            return all;
        }

        private static @Nullable String said(Detail detail, DocumentWords words) {
            return switch (detail) {
                case Detail.StepSkipped s -> words.get("patch.skipped", MarkdownEscape.text(s.reason()));
                case Detail.StepRan s
                when !good(s) && !answered(s) -> {
                    String printed = EntrySentence.lastWords(s);
                    String how = s.outcome().equals("exited")
                            ? words.get("patch.exit", String.valueOf(s.exit()))
                            : words.get("patch." + s.outcome());
                    yield words.get(
                            "patch.failed", how + (printed.isEmpty() ? "" : ": " + MarkdownEscape.code(printed)));
                }
                default -> null;
            };
        }

        /// The last line of the step that is known: that of its last command's last line.
        private static Origin end(Step step) {
            Origin end = step.origin();
            for (Command c : step.commands()) {
                int line = c.origin().line() + (int) c.text().lines().count() - 1;
                if (c.origin().file().equals(end.file()) && line > end.line()) {
                    end = new Origin(end.file(), line);
                }
            }
            return end;
        }
    }
}
