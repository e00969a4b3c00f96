package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Dates;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.FrontMatter;
import plantao.runbook.tree.Table;

/// What a runbook calls itself: title, the system's short name, version, date, owner.
record RunbookNames(
        String title,
        String system,
        @Nullable String version,
        @Nullable String updated,
        @Nullable String owner) {
    private static final List<String> VERSION = List.of(
            "versao", "version", "document version", "versao do documento", "versao do runbook", "runbook version");
    private static final List<String> UPDATED = List.of(
            "ultima atualizacao",
            "last updated",
            "ultima actualizacion",
            "last reviewed",
            "last reviewed on",
            "last update",
            "last modified",
            "ultima revisao",
            "ultima revision",
            "atualizado em",
            "atualizado",
            "actualizado el",
            "actualizado",
            "revisado em",
            "revised",
            "revision",
            "revisao",
            "revisado el",
            "data de atualizacao",
            "fecha de actualizacion",
            "updated",
            "updated on",
            "data",
            "date",
            "fecha");
    private static final List<String> OWNER = List.of(
            "responsavel",
            "owner",
            "responsable",
            "equipe",
            "equipe responsavel",
            "team",
            "owning team",
            "equipo",
            "equipo responsable",
            "mantido por",
            "mantenido por",
            "maintained by",
            "maintainer",
            "owned by",
            "document owner",
            "service owner",
            "propietario",
            "dono",
            "dueno",
            "encargado",
            "a cargo de",
            "mantenedor",
            "mantenedores",
            "time responsavel",
            "equipe responsavel",
            "area responsavel",
            "responsible team",
            "owning team",
            "mantiene",
            "mantem",
            "gestor",
            "responsables",
            "responsaveis",
            "squad",
            "time",
            "autor",
            "author",
            "owner slack");
    private static final Expression COUNTED = Expression.of("^([\\p{L} ]{4,30}?)\\s+(v?\\d[\\w./ -]*)$");
    private static final Expression SEPARATOR = Expression.of("\\s+[|·•]\\s+");
    private static final Expression YEAR = Expression.of("[YA]{4}");
    private static final Expression LETTER = Expression.of("\\p{L}");
    private static final Expression PARTS = Expression.of("\\s+[-–—|]\\s+|:\\s+");
    private static final Expression SPACES = Expression.of("\\s+");

    /// @param text the document's Markdown
    /// @param language the runbook's language: in English `05/02/2026` is a day of May
    static RunbookNames of(Topic root, String text, String source, String language, Vocabulary vocabulary) {
        Map<String, String> front = FrontMatter.of(text);
        Topic first = root.children().stream()
                .filter(t -> !t.section().isLead() && LETTER.in(t.title()))
                .findFirst()
                .orElse(null);
        boolean headed = first != null && (first.section().level() == 1 || front.get("title") == null);
        String title = headed && first != null ? first.title() : front.getOrDefault("title", stem(source));
        List<KeyValue> meta = meta(root);
        front.forEach((k, v) -> meta.add(new KeyValue(k.replaceAll("[_-]", " "), v, true)));
        List<KeyValue> foot = new ArrayList<>(meta);
        List<Topic> all = root.all().toList();
        all.subList(Math.max(0, all.size() - 3), all.size()).forEach(t -> entries(t, foot));
        Map<String, String> said = values(foot);
        String updated =
                first(values(foot.stream().filter(RunbookNames::isDated).toList()), UPDATED);
        return new RunbookNames(
                title,
                system(title, source, vocabulary),
                first(said, VERSION),
                updated == null ? null : Dates.iso(updated, language.equals("en")),
                first(values(meta), OWNER));
    }

    private static boolean isDated(KeyValue kv) {
        String value = kv.value();
        return value.chars().anyMatch(c -> c >= '0' && c <= '9')
                || YEAR.matcher(value).lookingAt();
    }

    private static List<KeyValue> meta(Topic root) {
        List<KeyValue> meta = new ArrayList<>();
        root.all().limit(14).forEach(t -> entries(t, meta));
        return meta;
    }

    private static void entries(Topic t, List<KeyValue> out) {
        if (t.section().isLead()) {
            String[] parts = separated(t.section().value());
            out.add(new KeyValue(t.title(), parts[0], true));
            List.of(parts).subList(1, parts.length).forEach(p -> entry(p, out));
        }
        t.section()
                .paragraphs()
                .forEach(p -> p.lines().forEach(l -> {
                    for (String part : separated(l.text())) {
                        entry(part, out);
                    }
                }));
        for (Table table : t.section().tables()) {
            if (table.headers().size() == 2) {
                table.rows()
                        .forEach(r -> out.add(new KeyValue(
                                Words.plain(r.cells().getFirst()), r.cells().getLast(), false)));
            }
        }
    }

    private static String[] separated(String text) {
        boolean several = text.indexOf('|') >= 0 || text.indexOf('·') >= 0 || text.indexOf('•') >= 0;
        return several ? SEPARATOR.split(text, 0) : new String[] {text};
    }

    private static void entry(String text, List<KeyValue> out) {
        KeyValue kv = KeyValue.of(text);
        kv = kv == null ? KeyValue.of(Words.plain(text)) : kv;
        if (kv != null) {
            out.add(kv);
            return;
        }
        // "Version 3.2 · updated 14/03/2026": a number right behind the word.
        Matcher m = text.length() > 80 ? null : COUNTED.matcher(Words.plain(text));
        if (m != null && m.matches()) {
            out.add(new KeyValue(m.group(1), m.group(2), false));
        }
    }

    // What each key, in normal form, is first given.
    private static Map<String, String> values(List<KeyValue> meta) {
        Map<String, String> out = new HashMap<>();
        for (KeyValue kv : meta) {
            // A line to fill in says nothing yet.
            if (!kv.value().isBlank() && !kv.value().contains("___")) {
                out.putIfAbsent(Words.normal(kv.key()), kv.value());
            }
        }
        return out;
    }

    private static @Nullable String first(Map<String, String> said, List<String> keys) {
        for (String key : keys) {
            String value = said.get(key);
            if (value != null) {
                return Words.plain(value);
            }
        }
        return null;
    }

    // "Runbook Operacional - Acme System": the part that is left without the words every runbook has.
    private static String system(String title, String source, Vocabulary vocabulary) {
        List<String> generic = vocabulary.list("generic");
        for (String part : PARTS.split(title, 0)) {
            List<String> left = new ArrayList<>(List.of(SPACES.split(part, 0)));
            while (!left.isEmpty() && generic.contains(Words.folded(left.getFirst()))) {
                left.removeFirst();
            }
            while (!left.isEmpty() && generic.contains(Words.folded(left.getLast()))) {
                left.removeLast();
            }
            String name = String.join(" ", left);
            if (!name.isBlank() && !Phrases.anyIn(Words.folded(name), List.of("runbook", "playbook"))) {
                return name;
            }
        }
        return stem(source);
    }

    private static String stem(String source) {
        String name = source.replaceAll("[/\\\\]+$", "")
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("\\.(?:md|markdown|mdx)$", "");
        return name.isEmpty() ? "runbook" : name;
    }
}
