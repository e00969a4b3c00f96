package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Paragraph;

/// What a runbook calls itself: title, the system's short name, version, date, owner.
record Names(
        String title,
        String system,
        @Nullable String version,
        @Nullable String updated,
        @Nullable String owner) {
    private static final List<String> VERSION = List.of("versao", "version", "document version", "versao do documento");
    private static final List<String> UPDATED = List.of(
            "ultima atualizacao",
            "last updated",
            "ultima actualizacion",
            "last reviewed",
            "last update",
            "atualizado em",
            "updated",
            "data",
            "date",
            "fecha");
    private static final List<String> OWNER = List.of(
            "responsavel",
            "owner",
            "responsable",
            "equipe",
            "team",
            "equipo",
            "mantido por",
            "maintained by",
            "maintainer",
            "document owner",
            "time",
            "autor",
            "author");

    static Names of(Topic root, String source, Vocabulary vocabulary) {
        Topic first = root.children().stream()
                .filter(t -> !t.section().isLead() && t.title().matches(".*\\p{L}.*"))
                .findFirst()
                .orElse(null);
        String title = first == null ? stem(source) : first.title();
        List<KeyValue> meta = new ArrayList<>();
        root.all().limit(14).forEach(t -> {
            if (t.section().isLead()) {
                meta.add(new KeyValue(t.title(), t.section().value(), true));
            }
            t.section()
                    .body(Paragraph.class)
                    .forEach(p -> p.lines().forEach(l -> {
                        KeyValue kv = KeyValue.of(l.text());
                        if (kv != null) {
                            meta.add(kv);
                        }
                    }));
        });
        return new Names(
                title,
                system(title, source, vocabulary),
                value(meta, VERSION),
                value(meta, UPDATED),
                value(meta, OWNER));
    }

    private static @Nullable String value(List<KeyValue> meta, List<String> keys) {
        for (String key : keys) {
            for (KeyValue kv : meta) {
                if (Words.normal(kv.key()).equals(key) && !kv.value().isBlank()) {
                    return Words.plain(kv.value());
                }
            }
        }
        return null;
    }

    // "Runbook Operacional - Acme System": the part that is left without the words every runbook has.
    private static String system(String title, String source, Vocabulary vocabulary) {
        List<String> generic = vocabulary.list("generic");
        for (String part : title.split("\\s+[-–—|]\\s+|:\\s+")) {
            List<String> left = new ArrayList<>(List.of(part.split("\\s+")));
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
