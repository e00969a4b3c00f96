package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.Origin;
import plantao.runbook.Problem;
import plantao.runbook.text.Mojibake;

/// A file's text as the reader wants it, with what had to be done to it: line feeds only, no byte order mark,
/// letters put right, nothing beyond the limits. The file itself is never touched, and every line keeps its
/// number.
record PreparedText(String text, List<Problem> problems) {
    /// What stands further is not read, in characters: about fifty thousand lines, ten times and more what the
    /// longest runbooks have, and read in seconds.
    static final int LONGEST = 4_000_000;
    /// Longer lines are data, not writing; their rest is not read, so that no pattern has to go far.
    static final int LONGEST_LINE = 4000;

    static PreparedText of(String file, String raw) {
        List<Problem> problems = new ArrayList<>();
        String whole = Texts.unified(raw);
        String text = cut(file, shortened(file, whole, problems), problems);
        Mojibake.Repaired repaired = Mojibake.repaired(text);
        if (repaired != null) {
            text = repaired.text();
            problems.add(
                    new Problem(
                            new Origin(file, repaired.first()),
                            Problem.Severity.WARNING,
                            "mojibake",
                            "From here on " + repaired.places() + " characters were saved as " + repaired.page()
                                    + " by mistake (such as \"Ã§\" or \"√ß\" for \"ç\"). They are shown put right; the file is as it was. Save it again as UTF-8."));
        }
        return new PreparedText(text, List.copyOf(problems));
    }

    private static String cut(String file, String text, List<Problem> problems) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf('\n', LONGEST - 1);
        String kept = text.substring(0, end < 0 ? LONGEST : end);
        int lines = 1 + (int) kept.chars().filter(c -> c == '\n').count();
        problems.add(new Problem(
                new Origin(file, lines),
                Problem.Severity.ERROR,
                "file-too-large",
                "The file is longer than " + LONGEST / 1_000_000
                        + " million characters. It was read up to this line, line " + lines
                        + "; the rest is not shown. Split it, or leave out what is no runbook."));
        return kept;
    }

    private static String shortened(String file, String text, List<Problem> problems) {
        if (text.length() <= LONGEST_LINE) {
            return text;
        }
        StringBuilder out = null;
        int kept = 0;
        int tooLong = 0;
        int first = 0;
        int number = 1;
        for (int from = 0; from <= text.length(); number++) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (to - from > LONGEST_LINE) {
                out = out == null ? new StringBuilder() : out;
                out.append(text, kept, from + LONGEST_LINE);
                kept = to;
                first = tooLong++ == 0 ? number : first;
            }
            from = to + 1;
        }
        if (out == null) {
            return text;
        }
        problems.add(new Problem(
                new Origin(file, first),
                Problem.Severity.WARNING,
                "line-too-long",
                (tooLong == 1 ? "This line is" : "This line and " + (tooLong - 1) + " more are") + " longer than "
                        + LONGEST_LINE + " characters; the rest of " + (tooLong == 1 ? "it" : "them")
                        + " is not shown. Data belongs into a file of its own."));
        return out.append(text, kept, text.length()).toString();
    }
}
