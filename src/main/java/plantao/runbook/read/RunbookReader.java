package plantao.runbook.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.Settings;
import plantao.runbook.command.OwnPrograms;
import plantao.runbook.config.SettingsReader;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.MarkdownTree;
import plantao.runbook.tree.Section;

/// Reads a runbook: Markdown in, objects out. Never throws on any text; what is wrong becomes a problem.
public final class RunbookReader {
    private static final SettingsReader.Result NO_CONFIG =
            new SettingsReader.Result(Settings.NONE, null, Map.of(), List.of());

    private RunbookReader() {}

    /// Reads one system.
    ///
    /// @param source the file or folder it comes from, to show
    /// @param files relative name (`/` between folders) → text; `console.yaml` among them is its settings
    public static Runbook read(String source, Map<String, String> files) {
        return read(source, files, null);
    }

    /// Reads one system and holds its dates (last review, next review) against a day.
    ///
    /// @param today that day; null leaves dates alone
    public static Runbook read(String source, Map<String, String> files, @Nullable LocalDate today) {
        String yaml = files.get("console.yaml");
        SettingsReader.Result config =
                yaml == null ? NO_CONFIG : SettingsReader.read(Texts.unified(yaml), "console.yaml");
        Vocabulary words = Vocabulary.standard().with(config.vocabulary());
        Map<String, String> texts = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>(config.problems());
        files.forEach((name, text) -> {
            if (!name.equals("console.yaml")) {
                PreparedText prepared = PreparedText.of(name, text);
                texts.put(name, prepared.text());
                problems.addAll(prepared.problems());
            }
        });
        Map<String, String> sources = new LinkedHashMap<>(texts);
        if (yaml != null) {
            sources.put("console.yaml", Texts.unified(yaml));
        }
        List<Topic> roots = new ArrayList<>();
        Map<String, List<String>> lines = new LinkedHashMap<>();
        texts.forEach((name, text) -> lines.put(name, List.of(text.split("\n", -1))));
        Vocabulary vocabulary = words.knowing(OwnPrograms.in(lines.values()));
        lines.forEach((name, own) -> roots.add(document(name, own, vocabulary)));
        return new Assembly(source, texts, lines, sources, roots, vocabulary, config, today).runbook(problems);
    }

    private static Topic document(String name, List<String> lines, Vocabulary vocabulary) {
        Predicate<String> known = line -> isField(vocabulary.exact(Words.normal(line)));
        // "Expected result: less than 200" belongs to the step above it.
        Predicate<String> inline =
                line -> known.test(line) && !vocabulary.terms("expected").begin(Words.folded(line));
        Section section = MarkdownTree.of(lines, known, inline);
        return Topic.of(section, name, vocabulary);
    }

    private static boolean isField(@Nullable Role role) {
        return role != null
                && (role.isPlaybookField()
                        || role == Role.VERIFICATION
                        || role == Role.ROLLBACK
                        || role == Role.ENVIRONMENTS
                        || role == Role.RESTORE
                        || role == Role.ALERTS
                        || role == Role.ESCALATION);
    }
}
