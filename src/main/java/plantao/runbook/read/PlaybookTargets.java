package plantao.runbook.read;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Playbook;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// The playbooks by what a text may call them: title, section number, link. Of several the first is meant.
final class PlaybookTargets {
    private static final Expression FOLDER = Expression.of("^.*/");
    private static final Expression BEFORE_ANCHOR = Expression.of("^.*#");
    private static final Expression ENDING = Expression.of("\\.md$");
    private static final Expression OTHER = Expression.of("[^\\p{L}\\p{N}]");

    private static final Expression PLURAL = Expression.of("s\\b");

    private final List<Playbook> playbooks;
    private final Map<String, Integer> titles = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> anchors = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();

    PlaybookTargets(List<Playbook> playbooks, IdentityHashMap<Playbook, String> numbered) {
        this.playbooks = playbooks;
        for (int i = 0; i < playbooks.size(); i++) {
            Playbook p = playbooks.get(i);
            String number = numbered.get(p);
            titles.putIfAbsent(name(p.title()), i);
            anchors.putIfAbsent(bare(Words.folded(p.title())), i);
            files.putIfAbsent(
                    bare(without(ENDING, without(FOLDER, p.origin().file()))).toLowerCase(Locale.ROOT), i);
            if (number != null) {
                numbers.putIfAbsent(number, i);
            }
        }
    }

    @Nullable
    Playbook titled(String name) {
        return at(titles.get(name(name)));
    }

    @Nullable
    Playbook numbered(String number) {
        return at(numbers.get(number));
    }

    /// The playbook a link leads to: its anchor ends with the title, or its file is the playbook's.
    @Nullable
    Playbook linked(String link) {
        String target = bare(without(FOLDER, without(ENDING, without(BEFORE_ANCHOR, Words.folded(link)))));
        if (target.isEmpty()) {
            return null;
        }
        Integer best = files.get(target.toLowerCase(Locale.ROOT));
        for (int from = 0; from < target.length(); from++) {
            Integer i = anchors.get(target.substring(from));
            best = i == null || best != null && best < i ? best : i;
        }
        return at(best);
    }

    private @Nullable Playbook at(@Nullable Integer i) {
        return i == null ? null : playbooks.get(i);
    }

    private static String without(Expression pattern, String text) {
        return pattern.matcher(text).replaceAll("");
    }

    // "HighResponseTime", "High response times" and "High Response Time (p95)" are one name.
    private static String name(String title) {
        return bare(without(PLURAL, Words.key(title)));
    }

    private static String bare(String text) {
        return without(OTHER, text);
    }
}
