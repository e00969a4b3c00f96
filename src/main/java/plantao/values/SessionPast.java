package plantao.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the shell of a run has read before a text: earlier steps, whose variables, functions and files are still
/// there.
///
/// @param text of all of them with their blanks as plain letters, ending with a line's end unless it is empty
/// @param values that stood in it, as they were when it ran; not those that the environment's owner gave
record SessionPast(String text, List<Value> values) {
    static final SessionPast NOTHING = new SessionPast("", List.of());

    /// @param start its place in the text
    record Value(int start, String name, ValueSources.Found found) {}

    /// One step.
    ///
    /// @param listed its blanks as written
    record Step(String text, List<String> listed, Map<String, String> given) {}

    static SessionPast of(List<Step> steps, Map<String, String> known, Target target) {
        StringBuilder all = new StringBuilder();
        List<Value> values = new ArrayList<>();
        for (Step step : steps) {
            ValueSources sources = new ValueSources(step.given(), known, target);
            Substitutions.Replaced replaced = Substitutions.apply(step.text(), target.substitutions(), target.label());
            List<Placeholders.Span> blanks = Placeholders.outside(replaced, step.listed());
            int offset = all.length();
            blanks.forEach(b -> add(values, offset + b.start(), b.name(), sources));
            String text = Placeholders.shadow(replaced.text(), blanks);
            ShellLexer.read(text).uses().forEach(u -> add(values, offset + u.start(), u.name(), sources));
            all.append(text).append('\n');
        }
        return new SessionPast(all.toString(), values);
    }

    private static void add(List<Value> values, int start, String name, ValueSources sources) {
        sources.of(name).filter(f -> !f.owned()).ifPresent(f -> values.add(new Value(start, name, f)));
    }
}
