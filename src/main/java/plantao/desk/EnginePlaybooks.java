package plantao.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.link.EngineAlert;
import plantao.runbook.AlertRule;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.Runbook;

/// The answer to an alert of another program: as `console.yaml` says (by its `alertname`), where its `runbook_url`
/// leads, what the runbook's own rule of that name has, or the playbook whose title shares most of its words.
final class EnginePlaybooks {
    private static final double ENOUGH = 0.5;

    private final Runbook runbook;

    EnginePlaybooks(Runbook runbook) {
        this.runbook = runbook;
    }

    /// Null where nothing fits.
    @Nullable
    PlaybookLink of(EngineAlert alert) {
        String said = runbook.settings().playbooks().get(alert.name());
        for (Playbook playbook : runbook.playbooks()) {
            if (said != null && Dependencies.sameName(said, playbook.title())) {
                return link(playbook, "console.yaml");
            }
        }
        String url = alert.annotations().getOrDefault("runbook_url", "");
        String place = slug(url.contains("#") ? url.substring(url.indexOf('#') + 1) : last(url));
        for (Playbook playbook : runbook.playbooks()) {
            String title = slug(playbook.title());
            if (!place.isEmpty() && (title.equals(place) || bare(title).equals(bare(place)))) {
                return link(playbook, "runbook_url");
            }
        }
        Set<String> words = words(alert.name());
        for (AlertRule rule : runbook.alerts()) {
            if (rule.playbook() != null && words.equals(words(rule.name()))) {
                return rule.playbook();
            }
        }
        return shared(words);
    }

    private @Nullable PlaybookLink shared(Set<String> words) {
        Playbook best = null;
        double most = 0;
        boolean alone = true;
        for (Playbook playbook : runbook.playbooks()) {
            Set<String> both = words(playbook.title());
            both.retainAll(words);
            double score = words.isEmpty() ? 0 : (double) both.size() / words.size();
            alone = score == most ? false : score > most || alone;
            if (score > most) {
                most = score;
                best = playbook;
            }
        }
        return best != null && alone && most > ENOUGH ? link(best, "shares words with " + best.title()) : null;
    }

    private static PlaybookLink link(Playbook playbook, String why) {
        return new PlaybookLink(playbook.title(), playbook.origin(), why);
    }

    /// `HighErrorRate_api` as high, error, rate, api.
    private static Set<String> words(String name) {
        return new HashSet<>(
                Dependencies.words(name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")));
    }

    private static String last(String url) {
        List<String> parts = List.of(url.replaceFirst("[?].*$", "").split("/"));
        return parts.isEmpty() ? "" : parts.getLast().replaceFirst("\\.\\w{2,5}$", "");
    }

    /// A heading's anchor as the usual Markdown renderers make it: lower case, blanks as dashes, no punctuation.
    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .strip()
                .replaceAll("\\s+", "-");
    }

    /// Without numbering and accents, for anchors that were made another way.
    private static String bare(String slug) {
        return String.join("", Dependencies.words(slug)).replaceFirst("^\\d+", "");
    }
}
