package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Command;
import plantao.runbook.NotedLine;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Step;
import plantao.runbook.command.ListSteps;
import plantao.runbook.command.StepFrame;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Section;
import plantao.runbook.tree.Table;

/// Playbooks that are rows of a troubleshooting table (problem | cause | solution), bullets that are such rows, or
/// bullets with an arrow.
final class TabledPlaybooks {
    static final Expression ARROW = Expression.of("(.{3,120}?)\\s*(?:→|⇒|➜|=>|->)\\s*(.{3,})");

    private TabledPlaybooks() {}

    /// @param claimed sections that are playbooks: a table there tells what to do in its cases
    static List<Playbook> in(Topic root, Vocabulary vocabulary, Set<Section> claimed) {
        List<Playbook> out = new ArrayList<>();
        root.all()
                .filter(t -> !t.within(
                        Role.ALERTS,
                        Role.METRICS,
                        Role.ESCALATION,
                        Role.CONTACTS,
                        Role.TEMPLATE,
                        Role.POSTMORTEM,
                        Role.SEVERITY,
                        Role.SLA,
                        Role.META))
                .filter(t -> !claimed.contains(t.section()))
                .forEach(t -> {
                    for (ColumnKinds table : t.tables()) {
                        rows(t, table, vocabulary, out);
                    }
                    out.addAll(LabelledCases.in(t, vocabulary));
                    out.addAll(new ListedTroubles(vocabulary).in(t));
                    if (t.is(Role.PLAYBOOK_GROUP)) {
                        t.section().lists().forEach(l -> arrows(t, l, vocabulary, out));
                    }
                });
        return List.copyOf(out);
    }

    private static void rows(Topic t, ColumnKinds c, Vocabulary vocabulary, List<Playbook> out) {
        int what = c.of("symptom");
        int cause = c.of("cause", what);
        int action = c.of("action", what, cause);
        int check = c.of("firstCheck", what, cause, action);
        int severity = c.of("severity", what);
        boolean grouped = t.within(Role.PLAYBOOK_GROUP);
        boolean told = what == 0 && action > 0 && (cause > 0 || check > 0 || grouped || severity > 0);
        if (!told || c.has("responseTime") && !grouped || c.has("escalateTo") && !grouped) {
            return;
        }
        int respond = c.of("responseTime", what, action);
        for (Table.Row row : c.table().rows()) {
            String title = ColumnKinds.text(row, what);
            if (title == null || ColumnKinds.text(row, action) == null) {
                continue;
            }
            String sev = severity < 0 ? null : Words.plain(ColumnKinds.cell(row, severity));
            Integer level = sev == null ? null : Phrases.level(sev, vocabulary);
            String time = ColumnKinds.text(row, respond);
            List<Step> steps = new ArrayList<>(
                    steps(ColumnKinds.cell(row, check), t, row.line(), title, Phase.DIAGNOSIS, vocabulary));
            steps.addAll(steps(ColumnKinds.cell(row, action), t, row.line(), title, Phase.RESOLUTION, vocabulary));
            List<NotedLine> causes = noted(ColumnKinds.text(row, cause), t, row);
            out.add(new Playbook(
                    title,
                    sev == null || sev.isBlank() ? null : Words.emojiless(sev).isBlank() ? sev : Words.emojiless(sev),
                    level == null ? 2 : level,
                    time == null ? null : Durations.seconds(time),
                    null,
                    List.of(),
                    causes,
                    List.copyOf(steps),
                    List.of(),
                    t.at(row.line())));
        }
    }

    // "- Quotes are late → look at the queue; restart the feed": a troubleshooting table without its lines.
    private static void arrows(Topic t, Listing list, Vocabulary vocabulary, List<Playbook> out) {
        List<Matcher> items =
                list.items().stream().map(i -> ARROW.matcher(i.text())).toList();
        if (list.ordered() || items.size() < 2 || !items.stream().allMatch(Matcher::matches)) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            int line = list.items().get(i).line();
            String title = Words.title(items.get(i).group(1));
            out.add(new Playbook(
                    title,
                    null,
                    2,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    steps(items.get(i).group(2), t, line, title, Phase.RESOLUTION, vocabulary),
                    List.of(),
                    t.at(line)));
        }
    }

    private static List<NotedLine> noted(@Nullable String text, Topic t, Table.Row row) {
        return text == null ? List.of() : List.of(new NotedLine(text, t.at(row.line())));
    }

    /// A step for each part of a cell; its inline code are the commands.
    static List<Step> steps(String cell, Topic t, int line, String title, Phase phase, Vocabulary vocabulary) {
        StepFrame frame = new StepFrame(t.file(), null, phase, null, title, vocabulary);
        List<Step> out = new ArrayList<>();
        for (String part : cell.split("<br\\s*/?>|;\\s+(?![^`]*`[^`]*$)")) {
            String text = Words.title(part);
            if (!text.isBlank()) {
                List<Command> commands = ListSteps.inline(part, frame, line);
                out.add(new Step(
                        null,
                        phase,
                        text,
                        null,
                        commands.isEmpty(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        commands,
                        t.at(line)));
            }
        }
        return List.copyOf(out);
    }
}
