package plantao.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Markdown file by its lines, into which something is to be put.
record SourceText(List<String> lines, boolean closed) {
    private static final int CONTEXT = 3;
    private static final Pattern FENCE = Pattern.compile("^([\\s>]*(?:[-*+]\\s+|\\d+[.)]\\s+)?)(`{3,}|~{3,}).*$");
    private static final Pattern ITEM = Pattern.compile("^(\\s*)((?:[-*+]|\\d+[.)])\\s+).*$");
    private static final String UNCLOSED = "\\ No newline at end of file\n";

    SourceText(String text) {
        this(List.of(text.split("\n", -1)), text.endsWith("\n"));
    }

    /// How many lines there are; the empty one behind a last line feed is none.
    private int size() {
        return closed ? lines.size() - 1 : lines.size();
    }

    /// The line, from 1, behind which a remark about this one can stand: the end of the fence or of the paragraph
    /// it is in.
    int endOf(int line) {
        int at = Math.min(line, size());
        String open = null;
        for (int i = 1; i <= size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i - 1));
            if (!fence.matches()) {
                continue;
            }
            if (open == null) {
                open = fence.group(2);
                if (i > at) {
                    break;
                }
            } else if (fence.group(2).startsWith(open)
                    && lines.get(i - 1).strip().equals(fence.group(2))) {
                open = null;
                if (i >= at) {
                    return i;
                }
            }
        }
        while (at < size() && continues(lines.get(at - 1), lines.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean continues(String line, String next) {
        return !line.isBlank()
                && !next.isBlank()
                && !line.stripLeading().startsWith("#")
                && !ITEM.matcher(next).matches()
                && !next.stripLeading().startsWith("#")
                && !FENCE.matcher(next).matches();
    }

    /// The lines as they fit behind this one: as far in as the list item, with an empty line around them where
    /// there is none.
    List<String> fitted(int behind, List<String> what) {
        String in = indentation(behind);
        List<String> out = new ArrayList<>();
        out.add("");
        what.forEach(l -> out.add(l.isEmpty() ? "" : in + l));
        if (behind < size() && !lines.get(behind).isBlank()) {
            out.add("");
        }
        return out;
    }

    private String indentation(int line) {
        for (int i = line; i > 0; i--) {
            String text = lines.get(i - 1);
            Matcher item = ITEM.matcher(text);
            if (item.matches()) {
                return " ".repeat(item.group(1).length() + item.group(2).length());
            }
            if (text.isBlank() || !text.startsWith(" ")) {
                return "";
            }
        }
        return "";
    }

    /// The insertions as a unified diff of this file.
    ///
    /// @param insertions what comes behind which line
    String diff(String file, SortedMap<Integer, List<String>> insertions) {
        StringBuilder out = new StringBuilder("--- a/" + file + "\n+++ b/" + file + "\n");
        TreeMap<Integer, List<String>> hunk = new TreeMap<>();
        int[] added = {0};
        for (Map.Entry<Integer, List<String>> one : insertions.entrySet()) {
            if (!hunk.isEmpty() && one.getKey() - hunk.lastKey() > 2 * CONTEXT) {
                hunk(hunk, added, out);
                hunk.clear();
            }
            hunk.put(one.getKey(), one.getValue());
        }
        hunk(hunk, added, out);
        return out.toString();
    }

    private void hunk(TreeMap<Integer, List<String>> insertions, int[] added, StringBuilder out) {
        int from = Math.max(1, insertions.firstKey() - CONTEXT + 1);
        int to = Math.min(size(), insertions.lastKey() + CONTEXT);
        int more = insertions.values().stream().mapToInt(List::size).sum();
        out.append("@@ -%d,%d +%d,%d @@\n".formatted(from, to - from + 1, from + added[0], to - from + 1 + more));
        added[0] += more;
        for (int line = from; line <= to; line++) {
            boolean unclosed = !closed && line == size();
            @Nullable List<String> behind = insertions.get(line);
            String text = lines.get(line - 1) + "\n";
            if (unclosed && behind != null) {
                out.append('-').append(text).append(UNCLOSED).append('+').append(text);
            } else {
                out.append(' ').append(text).append(unclosed ? UNCLOSED : "");
            }
            if (behind != null) {
                behind.forEach(l -> out.append('+').append(l).append('\n'));
            }
        }
    }
}
