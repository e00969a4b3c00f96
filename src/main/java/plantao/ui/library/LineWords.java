package plantao.ui.library;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import plantao.runbook.LineRole;
import plantao.runbook.LineRole.Kind;
import plantao.runbook.Problem;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// What a line became, in words and icons of the operator's language.
record LineWords(Texts texts, Figures figures) {
    private static final Map<Kind, String> ICONS = Map.ofEntries(
            Map.entry(Kind.PLAYBOOK, "fth-list"),
            Map.entry(Kind.ALERT, "fth-bell"),
            Map.entry(Kind.METRIC, "fth-activity"),
            Map.entry(Kind.SERVICE, "fth-server"),
            Map.entry(Kind.CONTACT, "fth-user"),
            Map.entry(Kind.VENDOR, "fth-truck"),
            Map.entry(Kind.ENVIRONMENT, "fth-globe"),
            Map.entry(Kind.DASHBOARD, "fth-bar-chart-2"),
            Map.entry(Kind.LOG_PATTERN, "fth-file-text"),
            Map.entry(Kind.HEALTH, "fth-heart"),
            Map.entry(Kind.ESCALATION, "fth-trending-up"),
            Map.entry(Kind.DECISION, "fth-git-branch"),
            Map.entry(Kind.SYMPTOM, "fth-eye"),
            Map.entry(Kind.CAUSE, "fth-help-circle"),
            Map.entry(Kind.COMMAND, "fth-terminal"),
            Map.entry(Kind.PROCEDURE, "fth-tool"),
            Map.entry(Kind.CHECKLIST, "fth-check-square"),
            Map.entry(Kind.ITEM, "fth-square"),
            Map.entry(Kind.STEP, "fth-chevron-right"),
            Map.entry(Kind.MAINTENANCE, "fth-calendar"),
            Map.entry(Kind.TEMPLATE, "fth-file"),
            Map.entry(Kind.DIAGRAM, "fth-share-2"),
            Map.entry(Kind.SETTING, "fth-sliders"));

    /// "Alert · 2 min".
    String became(LineRole b) {
        String word = texts.get("became." + key(b.kind()));
        if (b.continued()) {
            return word;
        }
        if (b.kind() == Kind.SECTION && b.detail() != null) {
            return texts.get("became.numbered", b.detail());
        }
        if (b.seconds() != null && b.seconds() > 0) {
            return word + " · " + figures.length(Duration.ofSeconds(b.seconds()));
        }
        if (b.risk() != null) {
            return word + " · " + texts.get("risk." + b.risk().name().toLowerCase(Locale.ROOT));
        }
        return b.detail() == null ? word : word + " · " + Fonts.drawable(b.detail());
    }

    /// "Lines 118–168: 40 lines of prose".
    String folded(ReportRow.Fold fold) {
        return texts.get(
                "fold",
                figures.number(fold.first()),
                figures.number(fold.last()),
                figures.number(fold.lines()),
                texts.get("became." + key(fold.kind()))
                        .toLowerCase(texts.bundle().getLocale()));
    }

    /// The icon's literal, or an empty text for what has none.
    static String icon(LineRole b) {
        return b.continued() ? "" : ICONS.getOrDefault(b.kind(), "");
    }

    static Mark.Kind mark(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> Mark.Kind.ALERT_ACKED;
            case WARNING -> Mark.Kind.DEGRADED_CONSEQUENCE;
            case HINT -> Mark.Kind.UNKNOWN;
        };
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is wrong, in the operator's language.
    String said(Problem problem) {
        return texts.said(problem.message());
    }
}
