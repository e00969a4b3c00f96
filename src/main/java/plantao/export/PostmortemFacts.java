package plantao.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.runbook.Phase;

/// What the log knows for each part of a post-mortem.
record PostmortemFacts(Incident incident, Words words) {
    String title() {
        return Escaped.text(incident.title());
    }

    /// A blank for a part the log knows nothing of.
    String blank(@Nullable TemplateRole role) {
        return words.blank(
                role == TemplateRole.CAUSE
                        ? words.get("cause.blank")
                        : role == TemplateRole.FOLLOWUP ? words.get("followup.blank") : "…");
    }

    /// What stands behind a key; null when the log does not know.
    ///
    /// @param example what the template has there: alternatives to choose from, perhaps
    @Nullable
    String value(TemplateRole role, String example) {
        return switch (role) {
            case DATE -> Words.day(incident.began());
            case TIME -> Words.clock(incident.began()) + "-" + (end() == null ? "…" : Words.clock(end())) + " UTC";
            case SEVERITY -> severity(example);
            case OWNER -> Escaped.text(incident.commander());
            case DURATION -> end() == null ? words.get("open") : words.length(incident.lasted(end()));
            case AFFECTED ->
                incident.services().isEmpty() ? null : Escaped.text(String.join(", ", incident.services()));
            case NUMBER -> String.valueOf(incident.number());
            case SYSTEM -> Escaped.text(incident.system());
            case CAUSE -> cause();
            case SUMMARY -> summary();
            case STATUS, IMPACT, TIMELINE, ACTIONS, FOLLOWUP -> null;
        };
    }

    /// The lines of a section; null when its own text should stay.
    @Nullable
    List<String> section(TemplateRole role) {
        return switch (role) {
            case SUMMARY -> List.of(summary());
            case TIMELINE -> timeline();
            case CAUSE -> List.of(cause() == null ? words.blank(words.get("cause.blank")) : cause());
            case ACTIONS -> actions();
            case FOLLOWUP -> List.of("- [ ] " + words.blank(words.get("followup.blank")));
            default -> null;
        };
    }

    private @Nullable Instant end() {
        return incident.resolved();
    }

    /// One alternative out of `S1 (…) / S2 (…) / S3 (…)`: the one with the incident's number.
    private String severity(String example) {
        String number = String.valueOf(incident.severity());
        for (String alternative : example.split("\\s+/\\s+|\\s*\\|\\s*")) {
            if (Pattern.compile("(?<!\\d)" + number + "(?!\\d)")
                    .matcher(alternative)
                    .find()) {
                return alternative.strip();
            }
        }
        return "SEV " + number;
    }

    private String summary() {
        List<String> sentences = new ArrayList<>();
        Instant end = end();
        sentences.add(
                end == null
                        ? words.get("summary.open", title(), Words.clock(incident.began()))
                        : words.get(
                                "summary.resolved",
                                title(),
                                words.length(incident.lasted(end)),
                                Words.clock(incident.began()),
                                Words.clock(end)));
        if (!incident.services().isEmpty()) {
            sentences.add(words.get("summary.services", Escaped.text(String.join(", ", incident.services()))));
        }
        String cause = cause();
        if (cause != null) {
            sentences.add(words.get("h.incident.cause", cause));
        }
        Detail.StepRan solving = solving();
        if (solving != null) {
            sentences.add(words.get("summary.solved", Escaped.code(solving.command())));
        }
        return String.join(" ", sentences);
    }

    /// The last command beyond reading that succeeded before the service came back.
    private Detail.@Nullable StepRan solving() {
        Detail.StepRan last = null;
        for (Entry entry : incident.timeline()) {
            if (entry.detail() instanceof Detail.StepRan s && changed(s)) {
                last = s;
            } else if (entry.detail() instanceof Detail.AlertCleared && last != null) {
                return last;
            }
        }
        return null;
    }

    static boolean changed(Detail.StepRan s) {
        return s.risk() != plantao.runbook.Risk.SAFE && Integer.valueOf(0).equals(s.exit());
    }

    private List<String> timeline() {
        Sentence sentence = new Sentence(words);
        List<String> lines = new ArrayList<>();
        for (Entry entry : incident.timeline()) {
            if (!(entry.detail() instanceof Detail.IncidentClosed)) {
                sentence.of(entry).ifPresent(s -> lines.add("- " + Words.clock(entry.at()) + ": " + s));
            }
        }
        return lines;
    }

    /// The causes somebody confirmed, else those still suspected; null when there are none.
    private @Nullable String cause() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Entry entry : incident.timeline()) {
            if (entry.detail() instanceof Detail.CauseMarked c) {
                verdicts.put(c.cause(), c.verdict());
            }
        }
        for (String verdict : List.of("confirmed", "suspected")) {
            List<String> causes = verdicts.entrySet().stream()
                    .filter(e -> e.getValue().equals(verdict))
                    .map(e -> words.get("cause." + verdict, Escaped.text(e.getKey())))
                    .toList();
            if (!causes.isEmpty()) {
                return String.join("; ", causes);
            }
        }
        return null;
    }

    private List<String> actions() {
        Sentence sentence = new Sentence(words);
        List<String> lines = new ArrayList<>();
        for (Entry entry : incident.timeline()) {
            boolean action = switch (entry.detail()) {
                case Detail.StepRan s -> s.outcome().equals("exited") && s.phase() != Phase.DIAGNOSIS;
                case Detail.StepDone s -> s.phase() != Phase.DIAGNOSIS;
                case Detail.Rechecked _ -> true;
                case Detail.Escalated e -> e.incident().equals(incident.id());
                default -> false;
            };
            if (action) {
                sentence.of(entry).ifPresent(s -> lines.add("- " + Words.clock(entry.at()) + ": " + s));
            }
        }
        return lines.isEmpty() ? List.of(words.blank(words.get("actions.none"))) : lines;
    }
}
