package plantao.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plantao.playbook.Run;
import plantao.runbook.Decision;
import plantao.runbook.Heading;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// What a run's words point to elsewhere in the runbook ("see section 6.3"), and the rules that decide about it.
/// Pure.
public final class RunReferences {
    private static final Pattern NUMBERED = Pattern.compile(
            "(?iu)(?:\\b(?:se[cç][aã]o|se[cç][oõ]es|secci[oó]n|secciones|sections?|sec\\.|chapter|cap[ií]tulo)|§)\\s*(\\d+(?:\\.\\d+)*)"
                    + "|\\((\\d+(?:\\.\\d+)+)\\)"
                    // "go to 5.3", "as in 5.3", and a step that is nothing but the number
                    + "|(?:\\b(?:see|go to|goto|follow|as in|per|ver|veja|vide|v[eé]ase|siga|seguir|v[aá] para|ir para|ir a|vaya a|como em|como en)|→|->|=>)\\s*(\\d+(?:\\.\\d+)+)(?![\\d.]*\\s*(?:%|/|(?:m?s|min|h|d|[kmgt]i?b)\\b))"
                    + "|^\\s*(\\d+(?:\\.\\d+)+)\\.?\\s*$");
    // What is pointed to by its name: "see *Rolling back*", "→ Rolling back"
    private static final Pattern NAMED = Pattern.compile(
            "(?iu)(?:\\b(?:see|go to|follow|ver|veja|vide|v[eé]ase|siga|seguir|v[aá] para|ir para|ir a|vaya a|use|usar)\\b:?|→|->|=>)\\s*(?:(?:the|o|a|el|la|os|as)\\s+)?[\\[«“\"'‘*_]*(?=\\p{L})");

    /// Shorter names are words of the language.
    private static final int SHORT = 5;

    private RunReferences() {}

    /// A playbook or procedure that can be opened.
    public record Goal(String title, int line) {}

    /// A section that is pointed to, with what can be walked and decided in it.
    ///
    /// @param number empty for a playbook or procedure that is pointed to by its name
    public record Reference(String number, String title, List<Goal> goals, List<Decision> decisions) {}

    /// The sections that a step points to, in the order it names them.
    ///
    /// @param home where the step's own playbook begins: it is no goal of itself
    public static List<Reference> in(Runbook runbook, Step step, Origin home) {
        Set<String> numbers = new LinkedHashSet<>();
        Stream.concat(Stream.of(step.title()), step.notes().stream()).forEach(text -> {
            Matcher found = NUMBERED.matcher(text);
            while (found.find()) {
                for (int i = 1; i <= found.groupCount(); i++) {
                    if (found.group(i) != null) {
                        numbers.add(found.group(i));
                    }
                }
            }
        });
        List<Reference> all = new ArrayList<>(named(runbook, step, home));
        for (String number : numbers) {
            heading(runbook, number, home)
                    .map(h -> reference(runbook, h, home))
                    .filter(r -> all.stream()
                            .noneMatch(a ->
                                    a.goals().equals(r.goals()) && !r.goals().isEmpty()))
                    .ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static List<Reference> named(Runbook runbook, Step step, Origin home) {
        Map<Goal, Reference> all = new LinkedHashMap<>();
        Stream.concat(Stream.of(step.title()), step.notes().stream()).forEach(text -> {
            Matcher found = NAMED.matcher(text);
            while (found.find()) {
                String rest = text.substring(found.end());
                goals(runbook, home)
                        .filter(g -> g.title().length() > SHORT && begins(rest, g.title()))
                        .max(Comparator.comparingInt(g -> g.title().length()))
                        .ifPresent(g -> all.put(g, new Reference("", g.title(), List.of(g), List.of())));
            }
        });
        return List.copyOf(all.values());
    }

    private static boolean begins(String text, String title) {
        int n = title.length();
        return text.regionMatches(true, 0, title, 0, n)
                && (text.length() == n || !Character.isLetterOrDigit(text.charAt(n)));
    }

    private static Stream<Goal> goals(Runbook runbook, Origin home) {
        return Stream.concat(
                runbook.playbooks().stream()
                        .filter(p -> !p.origin().equals(home))
                        .map(p -> new Goal(p.title(), p.origin().line())),
                runbook.procedures().stream()
                        .filter(p -> !p.origin().equals(home))
                        .map(p -> new Goal(p.title(), p.origin().line())));
    }

    /// A number means a heading of the step's own file before one of another.
    private static Optional<Heading> heading(Runbook runbook, String number, Origin home) {
        return runbook.headings().stream()
                .filter(h -> number.equals(h.number()))
                .min(Comparator.comparing(h -> h.origin().file().equals(home.file()) ? 0 : 1));
    }

    private static Reference reference(Runbook runbook, Heading heading, Origin home) {
        List<Goal> goals = new ArrayList<>();
        runbook.playbooks().stream()
                .filter(p -> heading.holds(p.origin()) && !p.origin().equals(home))
                .forEach(p -> goals.add(new Goal(p.title(), p.origin().line())));
        runbook.procedures().stream()
                .filter(p -> heading.holds(p.origin()) && !p.origin().equals(home))
                .forEach(p -> goals.add(new Goal(p.title(), p.origin().line())));
        List<Decision> decisions = runbook.decisions().stream()
                .filter(d -> heading.holds(d.origin()))
                .toList();
        return new Reference(
                heading.number() == null ? "" : heading.number(), heading.title(), List.copyOf(goals), decisions);
    }

    /// The decision rules that concern a run: those its steps point to, and those that stand beside it in its own
    /// chapter.
    public static List<Decision> deciding(Runbook runbook, Run run) {
        Set<Decision> all = new LinkedHashSet<>();
        for (Step step : run.steps()) {
            in(runbook, step, run.origin()).forEach(r -> all.addAll(r.decisions()));
        }
        runbook.headings().stream()
                .filter(h -> h.level() > 1
                        && h.holds(run.origin())
                        && h.origin().line() < run.origin().line())
                .max(Comparator.comparingInt(h -> h.origin().line()))
                .ifPresent(h -> runbook.decisions().stream()
                        .filter(d -> h.holds(d.origin()))
                        .forEach(all::add));
        return List.copyOf(all);
    }
}
