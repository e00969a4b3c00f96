package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.runbook.Phase;
import plantao.runbook.Risk;

/// What the log knows for each part of a message. Plain text, for people who do not see the console.
///
/// @param operator who writes
/// @param every how long after this message the next one is due; null for never
record MessageFacts(
        Incident incident,
        String operator,
        Instant now,
        @Nullable Duration every,
        DocumentWords words) {
    private static final int MOST_ACTIONS = 6;
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d(?!\\d)");

    /// What a part says; empty when the log does not know.
    ///
    /// @param options what the template leaves to choose from; empty when it leaves nothing
    String value(MessageRole role, List<String> options) {
        @Nullable Instant end = incident.resolved();
        return switch (role) {
            case TITLE -> incident.title();
            case SUMMARY -> summary();
            case SEVERITY -> options.isEmpty() ? "SEV " + incident.severity() : severity(options);
            case STATUS -> status(options);
            case NUMBER -> String.valueOf(incident.number());
            case SYSTEM -> incident.system();
            case AFFECTED -> incident.affected().isEmpty() ? incident.system() : String.join(", ", incident.affected());
            case BEGAN -> words.at(incident.began(), now);
            case DURATION -> words.length(incident.lasted(now));
            case RESOLVED -> end == null ? "" : words.at(end, now);
            case NEXT ->
                end != null ? words.get("message.nonext") : every == null ? "" : words.at(now.plus(every), now);
            case NOW -> DocumentWords.day(now) + " " + DocumentWords.clock(now) + " UTC";
            case COMMANDER -> incident.holder(Incident.Role.COMMANDER);
            case OPERATOR ->
                incident.holder(Incident.Role.OPERATOR).isEmpty() ? operator : incident.holder(Incident.Role.OPERATOR);
            case SCRIBE -> incident.holder(Incident.Role.SCRIBE);
            case CAUSE -> cause();
            case ACTIONS -> String.join("; ", actions());
            case GOING -> going();
            case OPEN -> "";
        };
    }

    /// What is wrong: the title, and the cause as far as it is known.
    private String summary() {
        String cause = cause();
        return incident.title() + (cause.isEmpty() ? "" : ": " + cause);
    }

    private String status(List<String> options) {
        for (String option : options) {
            if (MessageRole.stage(option) == incident.status()) {
                return option.strip();
            }
        }
        return options.isEmpty() ? words.get("status." + incident.status().word()) : "";
    }

    /// The option with the incident's number; numbers from 0 are one less. Words are the worst first, or the
    /// mildest.
    private String severity(List<String> options) {
        boolean zero = options.stream().anyMatch(o -> number(o) == 0);
        boolean numbered = options.stream().allMatch(o -> number(o) >= 0);
        for (String option : options) {
            if (number(option) == incident.severity() - (zero ? 1 : 0)) {
                return option.strip();
            }
        }
        if (numbered) {
            return options.getLast().strip();
        }
        List<String> worst = MessageRole.mild(options.getFirst()) ? options.reversed() : options;
        return worst.get(Math.min(incident.severity(), worst.size()) - 1).strip();
    }

    private static int number(String option) {
        Matcher m = NUMBER.matcher(option);
        return m.find() ? Integer.parseInt(m.group()) : -1;
    }

    /// The causes somebody confirmed, else those suspected, said to be so; empty when there are none.
    private String cause() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        incident.timeline().forEach(e -> {
            if (e.detail() instanceof Detail.CauseMarked c) {
                verdicts.put(c.cause(), c.verdict());
            }
        });
        for (String verdict : List.of("confirmed", "suspected")) {
            List<String> causes = verdicts.entrySet().stream()
                    .filter(e -> e.getValue().equals(verdict))
                    .map(e -> words.get("cause." + verdict, e.getKey()))
                    .toList();
            if (!causes.isEmpty()) {
                return String.join("; ", causes);
            }
        }
        return "";
    }

    /// What was done beyond looking, each once, with its time.
    List<String> actions() {
        Map<String, String> done = new LinkedHashMap<>();
        for (Entry e : incident.timeline()) {
            String title = switch (e.detail()) {
                case Detail.StepRan s
                when s.phase() != Phase.DIAGNOSIS
                        && s.risk() != Risk.SAFE
                        && Integer.valueOf(0).equals(s.exit()) -> s.title();
                case Detail.StepDone s when s.phase() != Phase.DIAGNOSIS -> s.title();
                default -> "";
            };
            if (!title.isBlank()) {
                done.put(title, DocumentWords.clock(e.at()) + " UTC: " + StepDeed.of(title));
            }
        }
        List<String> all = new ArrayList<>(done.values());
        return all.subList(Math.max(0, all.size() - MOST_ACTIONS), all.size());
    }

    /// The playbook that is being walked.
    private String going() {
        Map<UUID, String> open = new LinkedHashMap<>();
        for (Entry e : incident.timeline()) {
            switch (e.detail()) {
                case Detail.RunStarted r -> open.put(r.run(), r.title());
                case Detail.RunEnded r -> open.remove(r.run());
                default -> {}
            }
        }
        return open.isEmpty() ? "" : List.copyOf(open.values()).getLast();
    }
}
