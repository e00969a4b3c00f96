package plantao.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Step;

/// Several ways of doing the same, of which one is taken: "by the dashboard" or "by command line".
///
/// @param ways in the runbook's order, at least two
public record Alternatives(List<Way> ways) {
    /// Parts that follow each other ("Backend", "Frontend") are named for what they are about, ways for their
    /// means.
    private static final Pattern MEANS = Pattern.compile(
            "^(?:via|by|using|through|with|from the|on the|in the|usando|com|pelo|pela|pelos|pelas|por|mediante|desde"
                    + "|con|no painel|na cli|option|opção|opción|opcao|opcion|alternativ\\w*|método|metodo|method"
                    + "|automatic\\w*|automátic\\w*|automatiz\\w*|manual\\w*)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    /// One way.
    ///
    /// @param from the index of its first step
    /// @param to the index behind its last
    public record Way(String name, int from, int to) {}

    /// The ways that this step stands in one of; empty when it has no alternative.
    public static Optional<Alternatives> at(List<Step> steps, int step) {
        return all(steps).stream()
                .filter(w -> w.ways.getFirst().from() <= step
                        && step < w.ways.getLast().to())
                .findFirst();
    }

    /// Every choice that the steps hold.
    public static List<Alternatives> all(List<Step> steps) {
        List<Alternatives> all = new ArrayList<>();
        List<Way> beside = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i < steps.size()
                    && Objects.equals(steps.get(i).option(), steps.get(from).option())) {
                continue;
            }
            String name = steps.get(from).option();
            if (means(name)) {
                beside.add(new Way(String.valueOf(name), from, i));
            } else {
                close(beside, all);
            }
            from = i;
        }
        close(beside, all);
        return List.copyOf(all);
    }

    private static void close(List<Way> beside, List<Alternatives> all) {
        if (beside.size() > 1) {
            all.add(new Alternatives(List.copyOf(beside)));
        }
        beside.clear();
    }

    private static boolean means(@Nullable String option) {
        return option != null && MEANS.matcher(option.strip()).matches();
    }

    /// The way that holds this step.
    public Way holding(int step) {
        return ways.stream()
                .filter(w -> w.from() <= step && step < w.to())
                .findFirst()
                .orElse(ways.getFirst());
    }
}
