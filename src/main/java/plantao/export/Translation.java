package plantao.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.runbook.text.Expression;

/// Says in the reader's language what the rooms say in English: their sentences are the keys, as
/// with gettext's msgid, and what is filled into them is kept as it is.
public final class Translation {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");
    private static final Translation AS_IT_IS = new Translation(List.of());

    /// Read when it is first spoken.
    private static final class Portuguese {
        private static final Translation SAID = new Translation(read("said_pt_BR.txt"));
    }

    private record Phrase(String begins, Expression key, String said) {}

    private final List<Phrase> phrases;

    private Translation(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /// For a language of the window or of a document.
    public static Translation in(Locale locale) {
        return locale.getLanguage().equals("pt") ? Portuguese.SAID : AS_IT_IS;
    }

    /// The text, as far as it is known, in this language; the rest as it is.
    public String of(String text) {
        String said = text;
        for (Phrase phrase : phrases) {
            if (said.contains(phrase.begins())) {
                said = phrase.key().matcher(said).replaceAll(found -> filled(phrase.said(), found));
            }
        }
        return said;
    }

    private static String filled(String said, MatchResult found) {
        return Matcher.quoteReplacement(
                HOLE.matcher(said).replaceAll(hole -> Matcher.quoteReplacement(found.group("h" + hole.group(1)))));
    }

    private static List<Phrase> read(String resource) {
        try (InputStream in = Translation.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            List<Phrase> phrases = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("# "))
                    .forEach(l -> phrases.add(phrase(l)));
            return List.copyOf(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrase phrase(String line) {
        String[] sides = line.split(" => ", 2);
        boolean whole = sides[0].startsWith("=");
        Matcher hole = HOLE.matcher(sides[0]);
        // A word is not a part of another one, nor of a path; what is filled in stays within its line.
        boolean word = Character.isLetterOrDigit(sides[0].codePointAt(0)) || sides[0].startsWith("{");
        StringBuilder key = new StringBuilder(whole ? "^" : word ? "(?<![\\p{L}\\d/_-])" : "");
        String longest = "";
        int at = whole ? 1 : 0;
        while (hole.find()) {
            String fixed = sides[0].substring(at, hole.start());
            longest = fixed.length() > longest.length() ? fixed : longest;
            boolean last = hole.end() == sides[0].length();
            key.append(Pattern.quote(fixed))
                    .append("(?<h")
                    .append(hole.group(1))
                    .append(last ? ">[^\\s,;)]+)" : ">[^\\n]+?)");
            at = hole.end();
        }
        String rest = sides[0].substring(at);
        longest = rest.length() > longest.length() ? rest : longest;
        String end = whole ? "$" : "(?![\\p{L}\\d]|[/_-][\\p{L}\\d])";
        return new Phrase(longest, Expression.of(key + Pattern.quote(rest) + end), sides[1]);
    }
}
