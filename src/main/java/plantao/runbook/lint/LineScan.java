package plantao.runbook.lint;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.text.Expression;
import plantao.runbook.text.PatternScreen;

/// What rules look for line by line. One pass over a page tells for all of them in which lines they may stand.
enum LineScan {
    /// A Markdown link; group 1 is its target.
    LINK("(?<!!)\\[[^\\[\\]]*\\]\\(\\s*<?([^()\\s>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)"),
    /// A place that a link can lead to, by its HTML or attribute name in group 1 or 2.
    ANCHOR("(?:\\bid|\\bname)=[\"']?([^\"'\\s>]+)|\\{#([\\w-]+)\\}"),
    /// "See section 4.2"; group 1 is the number.
    REFERENCE(
            "(?i)\\b(?:see|ver|veja|vide|v[eéÉ]ase|consulte|consultar|conforme|refer to|follow|siga|seguir)\\s+(?:a |[àÀ] |na |the |la )?(?:section|se[cçÇ][aãÃ]o|secci[oóÓ]n|§)\\s*#?(\\d+(?:\\.\\d+)*)(?![\\d.]*\\s*(?:of|do|da|de|del|in|na|no|dos|das)\\s)"),
    /// Access tokens and keys in the formats in which their makers publish them.
    TOKEN(
            "\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{36}|\\bgithub_pat_[A-Za-z0-9_]{60}|\\bglpat-[A-Za-z0-9_-]{20}"
                    + "|\\bxox[abprs]-[0-9A-Za-z-]{20}|\\b[sr]k_live_[A-Za-z0-9]{20}|\\bAIza[0-9A-Za-z_-]{35}"
                    + "|\\bSG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    /// A host that only stands for one.
    EXAMPLE_HOST(
            "(?i)(?<![\\w.-])(?:[\\w-]{1,60}\\.){0,6}"
                    + "(?:example\\.(?:com|org|net)|(?:your|my)-?(?:domain|company|site|org|server|host)\\.(?:com|org|net|io|dev|local|internal)"
                    + "|(?:seu-?dominio|sua-?empresa|meu-?dominio|tu-?dominio|tu-?empresa|exemplo|ejemplo)\\.(?:com|org|net|io)"
                    + "|(?:company|empresa|mycorp|domain)\\.(?:com|org|net|io|internal|local))(?:\\.(?:br|ar|mx|es|uk))?(?![\\w-])"),
    /// A part of what a review date is told by ("next review", "revisão", "valid until").
    REVIEW("evi|alid");

    private static final PatternScreen ALL =
            PatternScreen.of(Arrays.stream(values()).map(s -> s.pattern.regex()).toList());

    private final Expression pattern;

    LineScan(String regex) {
        pattern = Expression.of(regex);
    }

    Matcher in(String line) {
        return pattern.matcher(line);
    }

    /// For each of them, by ordinal, the numbers (from 1) of the lines that may hold it.
    static BitSet[] lines(List<String> lines) {
        BitSet[] out = new BitSet[values().length];
        Arrays.setAll(out, _ -> new BitSet());
        for (int i = 0; i < lines.size(); i++) {
            BitSet here = ALL.candidates(lines.get(i));
            for (int s = here.nextSetBit(0); s >= 0; s = here.nextSetBit(s + 1)) {
                out[s].set(i + 1);
            }
        }
        return out;
    }
}
