package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plantao.journal.AlertEpisode;
import plantao.journal.AlertLoad;
import plantao.journal.Change;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Shift;
import plantao.runbook.Risk;
import plantao.runbook.TypedLines;

/// What happened in a shift, counted: incidents, the alerts' load, commands, changes, checklists.
record HandoffHappened(DocumentWords words, Shift shift, Instant now) {
    private static final int OFTEN = 3;
    private static final int WORST = 5;
    private static final int MOST = 8;

    List<String> of(List<Incident> incidents, HandoffState facts) {
        List<String> lines = new ArrayList<>();
        for (Incident i : incidents) {
            Instant over = i.resolved();
            if (over == null || !over.isBefore(shift.started())) {
                lines.add("- " + incident(i));
            }
        }
        List<Change> changes = Change.of(shift.entries());
        changes.forEach(c -> lines.add("- " + change(c)));
        alerts(lines);
        commands(changes.stream().map(Change::run).toList(), lines);
        checklists(facts, lines);
        return lines.isEmpty() ? List.of(words.get("h.quiet")) : lines;
    }

    private String incident(Incident i) {
        String cause = new PostmortemFacts(i, List.of(), words).value(TemplateRole.CAUSE, "");
        Instant end = i.resolved();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.get(
                "h.incident",
                DocumentWords.span(i.began(), end, shift.started()),
                String.valueOf(i.number()),
                String.valueOf(i.severity()),
                MarkdownEscape.text(i.title()),
                words.length(i.lasted(now)),
                cause == null ? words.get("h.incident.nocause") : words.get("h.incident.cause", cause)));
        i.timeline().forEach(e -> {
            if (e.detail() instanceof Detail.Escalated x && x.incident().equals(i.id())) {
                sentences.add(
                        words.get("h.incident.escalated", MarkdownEscape.text(x.to()), DocumentWords.clock(e.at())));
            }
        });
        return String.join(" ", sentences);
    }

    private void alerts(List<String> lines) {
        List<AlertEpisode> episodes = AlertEpisode.of(shift.entries());
        int fired = episodes.size();
        int acknowledged = 0;
        long slowest = 0;
        for (AlertEpisode e : episodes) {
            if (e.at() != null) {
                acknowledged++;
                slowest = Math.max(slowest, Duration.between(e.fired(), e.at()).toMillis());
            }
        }
        if (fired > 0) {
            Instant end = shift.ended() == null ? now : shift.ended();
            String how = acknowledged < fired
                    ? words.get("h.alerts.unacknowledged", String.valueOf(fired - acknowledged))
                    : words.get("h.alerts.acknowledged", words.length(slowest));
            lines.add("- "
                    + words.get(
                            "h.alerts",
                            fired,
                            words.length(Duration.between(shift.started(), end)),
                            each(episodes),
                            how));
            load(episodes, lines, end);
        }
    }

    /// Each alert with when it fired and cleared; one that fired again and again is told once.
    private String each(List<AlertEpisode> episodes) {
        Map<String, List<AlertEpisode>> byName = new LinkedHashMap<>();
        episodes.forEach(
                e -> byName.computeIfAbsent(e.name(), _ -> new ArrayList<>()).add(e));
        List<String> all = new ArrayList<>();
        byName.entrySet().stream().limit(MOST).forEach(e -> {
            AlertEpisode last = e.getValue().getLast();
            int times = e.getValue().size();
            all.add(MarkdownEscape.text(e.getKey())
                    + " ("
                    + (times == 1 ? "" : words.get("h.alerts.times", times) + ", ")
                    + DocumentWords.span(e.getValue().getFirst().fired(), last.cleared(), shift.started())
                    + ")");
        });
        if (byName.size() > MOST) {
            all.add(words.get("h.alerts.more", byName.size() - MOST));
        }
        return String.join(", ", all);
    }

    /// What to retune: alerts that fired again and again, each with its line. One that fired once asks for nothing.
    private void load(List<AlertEpisode> episodes, List<String> lines, Instant end) {
        AlertLoad load = AlertLoad.of(episodes, shift.started(), end.plusMillis(1));
        List<String> often = load.offenders().stream()
                .filter(o -> o.times() >= OFTEN)
                .limit(WORST)
                .map(o -> words.get(
                        "h.load.one",
                        MarkdownEscape.text(o.name()),
                        String.valueOf(o.times()),
                        String.valueOf(o.line())))
                .toList();
        if (!often.isEmpty() || load.heavy()) {
            String rate = String.format(words.bundle().getLocale(), "%.1f", load.perHour());
            String many = load.most() > AlertLoad.FLOOD ? words.get("h.load.flood", String.valueOf(load.most())) : "";
            lines.add("- "
                    + words.get("h.load", rate, many)
                    + (often.isEmpty() ? "" : " " + words.get("h.load.worst", String.join(", ", often))));
        }
    }

    private String change(Change c) {
        Instant end = c.ended();
        String what = words.get(
                "h.change",
                DocumentWords.span(c.began(), end, shift.started()),
                words.get("kind." + c.kind()),
                MarkdownEscape.text(c.title()));
        List<String> counts = new ArrayList<>();
        count("h.change.ran", c.ran(), counts);
        count("h.change.hand", c.byHand(), counts);
        count("h.change.left", c.left(), counts);
        count("h.change.failed", c.failed(), counts);
        return counts.isEmpty() ? what : what + " (" + String.join(", ", counts) + ")";
    }

    private void count(String key, int count, List<String> counts) {
        if (count > 0) {
            counts.add(words.get(key, count));
        }
    }

    /// @param told the runs that are told as changes: their commands are only counted
    private void commands(List<UUID> told, List<String> lines) {
        List<Entry> ran = shift.entries().stream()
                .filter(e -> e.detail() instanceof Detail.StepRan)
                .toList();
        if (ran.isEmpty()) {
            return;
        }
        int bad = 0;
        int hard = 0;
        List<String> changes = new ArrayList<>();
        for (Entry entry : ran) {
            if (entry.detail() instanceof Detail.StepRan s) {
                bad += Integer.valueOf(0).equals(s.exit()) ? 0 : 1;
                hard += s.risk().compareTo(Risk.DISRUPTIVE) >= 0 ? 1 : 0;
                if (s.risk() != Risk.SAFE
                        && !told.contains(s.run())
                        && s.outcome().equals("exited")) {
                    changes.add("- "
                            + words.get(
                                    "h.changed",
                                    DocumentWords.clock(entry.at()),
                                    MarkdownEscape.code(TypedLines.told(s.command())),
                                    String.valueOf(s.exit()),
                                    words.length(s.millis())));
                }
            }
        }
        lines.add("- " + words.get("h.commands", ran.size(), bad, hard));
        lines.addAll(changes);
    }

    private void checklists(HandoffState facts, List<String> lines) {
        List<String> all = facts.checklists().stream().map(this::progress).toList();
        if (!all.isEmpty()) {
            lines.add("- " + words.get("h.checklists", String.join(", ", all)));
        }
    }

    private String progress(HandoffState.Progress p) {
        List<String> rest = new ArrayList<>();
        if (p.told() > 0) {
            rest.add(words.get("h.checklist.told", p.told()));
        }
        if (p.skipped() > 0) {
            rest.add(words.get("h.checklist.skipped", p.skipped()));
        }
        if (p.deferred() > 0) {
            rest.add(words.get("h.checklist.deferred", p.deferred()));
        }
        return words.get(
                "h.checklist",
                MarkdownEscape.text(p.title()),
                String.valueOf(p.ticked()),
                String.valueOf(p.items()),
                rest.isEmpty() ? "" : " (" + String.join(", ", rest) + ")");
    }
}
