package plantao.runbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.LineRole.Kind;

/// Says of every line of a file what it became: from the origins of the runbook's parts, and for the lines between
/// them from the shape of the text (a fence, a table, an item with what stands below it belong together).
public final class SourceLines {
    private static final String CONFIG = "console.yaml";
    private static final Pattern FENCE = Pattern.compile("^[\\s>]*(`{3,}|~{3,})\\s*(\\S*).*$");
    private static final Pattern TABLE_RULE = Pattern.compile("^\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*$");
    private static final Pattern RULE = Pattern.compile("^\\s{0,3}(?:-{3,}|\\*{3,}|_{3,}|={3,})\\s*$");
    private static final Pattern ITEM = Pattern.compile("^[\\s>]*(?:[-*+•]|\\d{1,9}[.)])\\s.*$");
    private static final Pattern LEAD = Pattern.compile("^[^\\w|`-]{0,6}(\\*\\*|__)[^*_]+\\1:?\\s*:?\\s*$");
    private static final Set<Kind> WITH_LISTS = EnumSet.of(
            Kind.DECISION,
            Kind.ESCALATION,
            Kind.DASHBOARD,
            Kind.ENVIRONMENT,
            Kind.HEALTH,
            Kind.LOG_PATTERN,
            Kind.VENDOR,
            Kind.MAINTENANCE,
            Kind.CONTACT,
            Kind.SERVICE);

    private final String[] lines;
    private final Map<Integer, LineRole> origins;
    private final List<SourceLine> out = new ArrayList<>();
    /// What the lines of the paragraph or item going on belong to, and how far in it stands.
    private @Nullable LineRole owner;

    private int indent;
    /// What the last heading became, where the lists below it belong to it.
    private @Nullable LineRole head;

    private SourceLines(String[] lines, Map<Integer, LineRole> origins) {
        this.lines = lines;
        this.origins = origins;
    }

    /// Every line of a file, in order; none when the runbook has no such file.
    public static List<SourceLine> of(Runbook runbook, String file) {
        String text = runbook.texts().get(file);
        if (text == null) {
            return List.of();
        }
        String[] lines = text.split("\n", -1);
        int count = lines.length > 1 && lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        SourceLines reading = new SourceLines(java.util.Arrays.copyOf(lines, count), LineOrigins.of(runbook, file));
        if (file.equals(CONFIG)) {
            reading.config();
        } else {
            reading.document();
            reading.templates(runbook, file);
        }
        return List.copyOf(reading.out);
    }

    private void config() {
        for (String line : lines) {
            add(LineRole.of(line.isBlank() ? Kind.BLANK : Kind.SETTING));
        }
    }

    private void document() {
        int front = lines.length > 0 && lines[0].strip().equals("---")
                ? end(1, l -> l.strip().equals("---"))
                : 0;
        while (out.size() < front) {
            add(LineRole.of(Kind.FRONT_MATTER));
        }
        while (out.size() < lines.length) {
            String line = lines[out.size()];
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                fence(fence.group(1), fence.group(2));
            } else if (line.contains("|")
                    && out.size() + 1 < lines.length
                    && lines[out.size() + 1].contains("|")
                    && TABLE_RULE.matcher(lines[out.size() + 1]).matches()) {
                table();
            } else {
                plain(line);
            }
        }
    }

    // The number of lines up to and with the first from `from` on that fits; 0 when there is none.
    private int end(int from, java.util.function.Predicate<String> fits) {
        for (int i = from; i < lines.length; i++) {
            if (fits.test(lines[i])) {
                return i + 1;
            }
        }
        return 0;
    }

    private void fence(String marks, String info) {
        int from = out.size();
        int found = end(from + 1, l -> {
            String bare = l.replace(">", "").strip();
            return bare.length() >= marks.length() && bare.chars().allMatch(c -> c == marks.charAt(0));
        });
        int to = found == 0 ? lines.length : found;
        LineRole now = first(from, to);
        boolean known = now != null || info.equalsIgnoreCase("mermaid");
        LineRole rest = known && now == null ? LineRole.of(Kind.DIAGRAM) : now;
        for (int i = from; i < to; i++) {
            LineRole own = origins.get(i + 1);
            rest = own != null ? own : rest;
            if (own != null) {
                add(own);
            } else if (i == from || i + 1 == found) {
                add(LineRole.of(Kind.MARK));
            } else if (lines[i].isBlank()) {
                add(LineRole.of(Kind.BLANK));
            } else {
                add(rest == null ? LineRole.of(Kind.PROSE) : rest.further());
            }
        }
    }

    private void table() {
        int from = out.size();
        int found = end(from, l -> l.isBlank() || !l.contains("|"));
        int to = found == 0 ? lines.length : found - 1;
        LineRole row = first(from, to);
        for (int i = from; i < to; i++) {
            LineRole own = origins.get(i + 1);
            row = own != null ? own : row;
            if (own != null) {
                add(own);
            } else if (i == from + 1) {
                add(LineRole.of(Kind.MARK));
            } else if (row == null) {
                add(LineRole.of(Kind.PROSE));
            } else {
                add(i == from ? LineRole.of(Kind.TABLE_HEADER) : row.further());
            }
        }
        owner = null;
    }

    private @Nullable LineRole first(int from, int to) {
        for (int i = from; i < to; i++) {
            LineRole own = origins.get(i + 1);
            if (own != null) {
                return own;
            }
        }
        return null;
    }

    private void plain(String line) {
        LineRole own = origins.get(out.size() + 1);
        int in = line.length() - line.stripLeading().length();
        if (own != null) {
            begin(own, line, in);
            add(own);
        } else if (line.isBlank()) {
            add(LineRole.of(Kind.BLANK));
        } else if (RULE.matcher(line).matches()) {
            owner = null;
            add(LineRole.of(Kind.MARK));
        } else if (LEAD.matcher(line).matches()) {
            owner = null;
            head = null;
            add(LineRole.of(Kind.LEAD));
        } else if (owner != null && (in > indent || runsOn(line))) {
            add(owner.further());
        } else {
            owner = null;
            add(head != null && ITEM.matcher(line).matches() ? head.further() : LineRole.of(Kind.PROSE));
        }
    }

    private void begin(LineRole own, String line, int in) {
        boolean heads =
                line.stripLeading().startsWith("#") || LEAD.matcher(line).matches();
        if (heads || own.kind() == Kind.SECTION) {
            head = WITH_LISTS.contains(own.kind()) ? own : null;
            owner = null;
        } else {
            owner = own;
            indent = in;
        }
    }

    // A paragraph's next line, not a new item.
    private boolean runsOn(String line) {
        return !out.isEmpty()
                && out.getLast().became().kind() != Kind.BLANK
                && !ITEM.matcher(line).matches();
    }

    // A template's text follows its heading, often without a fence.
    private void templates(Runbook runbook, String file) {
        for (Template t : runbook.templates()) {
            if (t.origin().file().equals(file) && t.origin().line() > 0) {
                List<String> text = t.text()
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList();
                int next = 0;
                for (int i = t.origin().line(); i < out.size() && next < text.size(); i++) {
                    SourceLine line = out.get(i);
                    if (line.text().strip().equals(text.get(next))) {
                        next++;
                        Kind kind = line.became().kind();
                        if (kind == Kind.PROSE || kind == Kind.LEAD || kind == Kind.SECTION) {
                            out.set(
                                    i,
                                    new SourceLine(
                                            i + 1,
                                            line.text(),
                                            LineRole.of(Kind.TEMPLATE).further()));
                        }
                    }
                }
            }
        }
    }

    private void add(LineRole became) {
        out.add(new SourceLine(out.size() + 1, lines[out.size()], became));
    }
}
