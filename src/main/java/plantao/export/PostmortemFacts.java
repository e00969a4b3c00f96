package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.journal.AlertEpisode;
import plantao.journal.Change;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Repeats;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.TypedLines;

/// What the log knows for each part of a post-mortem.
///
/// @param before what was changed on purpose shortly before it began, oldest first
record PostmortemFacts(Incident incident, List<Change> before, DocumentWords words) {
    String title() {
        return MarkdownEscape.text(incident.title());
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
            case DATE -> DocumentWords.day(incident.began());
            case TIME ->
                DocumentWords.clock(incident.began()) + "-" + (end() == null ? "…" : DocumentWords.clock(end()))
                        + " UTC";
            case START -> DocumentWords.clock(incident.began()) + " UTC";
            case END -> end() == null ? null : words.at(end(), incident.began());
            case DETECTING -> detecting();
            case ACKNOWLEDGING -> acknowledging();
            case SEVERITY -> severity(example);
            case OWNER -> MarkdownEscape.text(incident.holder(Incident.Role.COMMANDER));
            case SCRIBE -> {
                String who = incident.holder(Incident.Role.SCRIBE);
                yield who.isEmpty() ? null : MarkdownEscape.text(who);
            }
            case DURATION -> end() == null ? words.get("open") : words.length(incident.lasted(end()));
            case AFFECTED -> incident.affected().isEmpty() ? null : String.join(", ", affected());
            case NUMBER -> String.valueOf(incident.number());
            case SYSTEM -> MarkdownEscape.text(incident.system());
            case CAUSE -> cause();
            case SUMMARY -> summary();
            case DETECTION -> detection();
            case STATUS, IMPACT, TIMELINE, ACTIONS, LESSONS, FOLLOWUP -> null;
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
            case DETECTION -> List.of(detection());
            case FOLLOWUP -> followUps();
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
                        ? words.get(
                                solving() == null ? "summary.open" : "summary.calm",
                                title(),
                                DocumentWords.clock(incident.began()))
                        : words.get(
                                "summary.resolved",
                                title(),
                                words.length(incident.lasted(end)),
                                DocumentWords.clock(incident.began()),
                                (DocumentWords.day(end).equals(DocumentWords.day(incident.began()))
                                                ? ""
                                                : DocumentWords.day(end) + " ")
                                        + DocumentWords.clock(end)));
        if (!incident.affected().isEmpty()) {
            sentences.add(words.get("summary.services", MarkdownEscape.text(String.join(", ", incident.affected()))));
        }
        for (Change c : before) {
            Instant over = c.ended();
            String what = words.get("kind." + c.kind()) + " “" + MarkdownEscape.text(c.title()) + "”";
            sentences.add(words.get("summary.before", what, DocumentWords.span(c.began(), over, incident.began())));
        }
        String cause = cause();
        if (cause != null) {
            sentences.add(words.get("h.incident.cause", cause));
        }
        Detail.StepRan solving = solving();
        if (solving != null) {
            sentences.add(words.get("summary.solved", MarkdownEscape.code(TypedLines.told(solving.command()))));
        }
        return String.join(" ", sentences);
    }

    /// The last command beyond reading that succeeded before the service came back.
    Detail.@Nullable StepRan solving() {
        Detail.StepRan last = null;
        for (Entry entry : incident.timeline()) {
            if (entry.detail() instanceof Detail.StepRan s && changed(s)) {
                last = s;
            } else if (last != null && better(entry.detail())) {
                return last;
            }
        }
        return null;
    }

    /// Its alert cleared, or one of its services is up again; any alert where it has none of its own.
    private boolean better(Detail detail) {
        return switch (detail) {
            case Detail.AlertCleared c -> incident.alert() == null || c.alert().equals(incident.alert());
            case Detail.ServiceUp u -> incident.affected().contains(u.service());
            default -> false;
        };
    }

    /// What was measured of the impact: the services, each with how long it was down; null when nothing was.
    @Nullable
    String impact() {
        return incident.affected().isEmpty() ? null : words.get("summary.services", String.join(", ", affected()));
    }

    /// The services, each with how long it was down.
    private List<String> affected() {
        Map<String, Long> lost = new LinkedHashMap<>();
        Map<String, Instant> since = new LinkedHashMap<>();
        for (Entry entry : Repeats.without(incident.timeline())) {
            switch (entry.detail()) {
                case Detail.ServiceDown d -> since.put(d.service(), d.since());
                case Detail.ServiceUp u -> {
                    since.remove(u.service());
                    lost.merge(u.service(), u.downMillis(), Long::sum);
                }
                default -> {}
            }
        }
        return incident.affected().stream()
                .map(s -> {
                    Instant fell = since.get(s);
                    Long millis = lost.get(s);
                    return fell != null && incident.resolved() == null
                            ? words.get("affected.since", MarkdownEscape.text(s), DocumentWords.clock(fell))
                            : millis == null
                                    ? MarkdownEscape.text(s)
                                    : words.get("affected.for", MarkdownEscape.text(s), words.length(millis));
                })
                .toList();
    }

    private Optional<AlertEpisode> alert() {
        return AlertEpisode.of(incident.timeline()).stream()
                .filter(e -> e.alert().equals(incident.alert()))
                .findFirst();
    }

    /// From the beginning to the alert, or to the declaration where there was none; null when nobody knows of a
    /// beginning before it was declared.
    private @Nullable String detecting() {
        return alert().map(AlertEpisode::fired)
                .or(() -> Optional.of(incident.declared()).filter(_ -> beganBefore()))
                .map(this::after)
                .orElse(null);
    }

    private boolean beganBefore() {
        return incident.began().isBefore(incident.declared());
    }

    /// From the alert's firing; null when nobody acknowledged it.
    private @Nullable String acknowledging() {
        return alert().filter(e -> e.at() != null)
                .map(e -> words.length(Duration.between(e.fired(), e.at())))
                .orElse(null);
    }

    /// Who or what noticed it, and how long that took.
    private String detection() {
        return alert().map(e -> words.get(
                                "detection.alert",
                                MarkdownEscape.text(e.name()),
                                DocumentWords.clock(e.fired()),
                                after(e.fired()),
                                e.by() == null || e.at() == null
                                        ? words.get("detection.nobody")
                                        : words.get(
                                                "detection.by",
                                                MarkdownEscape.text(e.by()),
                                                DocumentWords.clock(e.at())))
                        + earlier(e))
                .orElseGet(() -> words.get(
                        beganBefore() ? "detection.hand" : "detection.declared",
                        MarkdownEscape.text(incident.commander()),
                        DocumentWords.clock(incident.declared()),
                        after(incident.declared())));
    }

    /// The alerts that had told of it before this one did; empty when it was the first.
    private String earlier(AlertEpisode own) {
        String names = AlertEpisode.of(incident.timeline()).stream()
                .filter(e -> !e.fired().isBefore(incident.began())
                        && e.fired().isBefore(own.fired().truncatedTo(ChronoUnit.SECONDS)))
                .map(e -> words.get(
                        "detection.earlier.one", MarkdownEscape.text(e.name()), DocumentWords.clock(e.fired())))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " " + words.get("detection.earlier", names);
    }

    private String after(Instant at) {
        Duration later = Duration.between(incident.began(), at);
        return later.toSeconds() < 1 ? words.get("detection.once") : words.get("detection.after", words.length(later));
    }

    static boolean changed(Detail.StepRan s) {
        return s.risk() != Risk.SAFE && Integer.valueOf(0).equals(s.exit());
    }

    private List<String> timeline() {
        EntrySentence sentence = new EntrySentence(words);
        List<String> lines = new ArrayList<>();
        String day = DocumentWords.day(incident.began());
        for (List<Entry> together : IncidentStory.together(IncidentStory.of(incident))) {
            Entry entry = together.getFirst();
            String said = IncidentStory.planned(entry.detail())
                    ? ""
                    : sentence.of(together).orElse("");
            if (!said.isEmpty()) {
                String on = DocumentWords.day(entry.at());
                lines.add("- " + (on.equals(day) ? "" : on + " ") + DocumentWords.clock(entry.at()) + ": " + said);
                day = on;
            }
        }
        return lines;
    }

    /// What is to be done, in the order it was typed.
    List<Todo> todos() {
        Map<String, Todo> all = new LinkedHashMap<>();
        for (Entry entry : incident.timeline()) {
            switch (entry.detail()) {
                case Detail.FollowUpAdded f
                when incident.id().equals(f.incident()) ->
                    all.put(f.followUp().toString(), new Todo(f.text(), f.owner(), f.due(), false));
                case Detail.FollowUpGiven f ->
                    all.computeIfPresent(f.followUp(), (_, t) -> new Todo(f.text(), f.owner(), f.due(), t.done()));
                case Detail.FollowUpDone f ->
                    all.computeIfPresent(f.followUp(), (_, t) -> new Todo(t.text(), t.owner(), t.due(), f.done()));
                default -> {}
            }
        }
        return List.copyOf(all.values());
    }

    /// Something to be done.
    ///
    /// @param owner empty for nobody
    record Todo(String text, String owner, @Nullable LocalDate due, boolean done) {
        /// As an item to tick.
        String line() {
            List<String> about = new ArrayList<>();
            if (!owner.isBlank()) {
                about.add(MarkdownEscape.text(owner));
            }
            if (due != null) {
                about.add(due.toString());
            }
            return (done ? "- [x] " : "- [ ] ")
                    + MarkdownEscape.text(text)
                    + (about.isEmpty() ? "" : " (" + String.join(", ", about) + ")");
        }
    }

    /// What was typed already, ticked where it is done; else a blank.
    private List<String> followUps() {
        List<Todo> todos = todos();
        return todos.isEmpty()
                ? List.of("- [ ] " + words.blank(words.get("followup.blank")))
                : todos.stream().map(Todo::line).toList();
    }

    /// The causes somebody confirmed, else those still suspected; null when there are none.
    @Nullable
    String cause() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Entry entry : incident.timeline()) {
            if (entry.detail() instanceof Detail.CauseMarked c) {
                verdicts.put(c.cause(), c.verdict());
            }
        }
        for (String verdict : List.of("confirmed", "suspected")) {
            List<String> causes = verdicts.entrySet().stream()
                    .filter(e -> e.getValue().equals(verdict))
                    .map(e -> words.get("cause." + verdict, MarkdownEscape.text(e.getKey())))
                    .toList();
            if (!causes.isEmpty()) {
                return String.join("; ", causes);
            }
        }
        return null;
    }

    private List<String> actions() {
        EntrySentence sentence = new EntrySentence(words);
        List<String> lines = new ArrayList<>();
        for (Entry entry : incident.timeline()) {
            boolean action = switch (entry.detail()) {
                case Detail.StepRan s ->
                    s.outcome().equals("exited") && s.phase() != Phase.DIAGNOSIS && s.risk() != Risk.SAFE;
                case Detail.StepDone s -> s.phase() != Phase.DIAGNOSIS;
                case Detail.Rechecked _ -> true;
                case Detail.Escalated e -> e.incident().equals(incident.id());
                default -> false;
            };
            if (action) {
                sentence.of(entry).ifPresent(s -> lines.add("- " + DocumentWords.clock(entry.at()) + ": " + s));
            }
        }
        return lines.isEmpty() ? List.of(words.blank(words.get("actions.none"))) : lines;
    }
}
