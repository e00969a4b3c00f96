package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.journal.Incident;
import plantao.runbook.Template;

/// A message about an incident in the team's own template: what the log knows is filled in, what it can't know is a
/// marked blank. Everything else stays as the runbook has it.
///
/// @param subject for a mail
public record MessageText(String subject, String text) {
    private static final Pattern KEY = Pattern.compile(
            "^(?<lead>[\\s>]*(?:[-*+•]\\s+|\\d+[.)]\\s+)?)(?<key>[*_]{0,2}[^:\\[\\]{}<>\\n]{2,48}?[*_]{0,2}):(?<bold>[*_]{0,2})"
                    + "(?<gap>\\s*)(?<value>.*)$");
    private static final Pattern ITEM = Pattern.compile("^(\\s*)([-*+•]|\\d+([.)]))(\\s+)(.*)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[(?<a>[^\\[\\]{}\\n]{2,90})\\](?!\\()"
            + "|\\{\\{?\\s*(?<b>[^{}\\n]{1,90}?)\\s*\\}\\}?"
            + "|<(?<c>\\p{L}[^<>@\\n]{0,90})>"
            + "|(?<d>\\b(?:YYYY|AAAA)-MM-DD(?:[ T]HH:MM(?::SS)?)?\\b|\\bDD/MM/(?:YYYY|AAAA)\\b|\\bHH:MM\\b|\\bXX:XX\\b)"
            + "|(?<e>_{3,}(?:\\s?[/:.-]\\s?_{2,})*|(?<![\\w.])(?:\\.{3}|…)(?![\\w.]))");

    private static final Pattern LEVEL = Pattern.compile("(?i)(?:^|[^\\p{L}])(?:sev|p)[- ]?$");
    private static final Pattern ZONE = Pattern.compile("\\s*\\(?UTC\\b");

    /// Writes it.
    ///
    /// @param template one of the runbook's own, or null for a plain one
    /// @param operator who writes
    /// @param every how long after this message the next one is due; null for never
    /// @param locale the language of the words that are added: that of the runbook
    public static MessageText of(
            Incident incident,
            @Nullable Template template,
            String operator,
            Instant now,
            @Nullable Duration every,
            Locale locale) {
        DocumentWords words = DocumentWords.in(locale);
        MessageFacts facts = new MessageFacts(incident, operator, now, every, words);
        String text = template == null ? words.get("message.plain") : template.text();
        return new Filling(facts).of(text.lines().toList());
    }

    /// A text while it is filled in. Lives only inside one call.
    private static final class Filling {
        private final MessageFacts facts;
        private final List<String> out = new ArrayList<>();
        private final Set<String> given = new HashSet<>();
        private String subject = "";
        private String section = "";
        private boolean listed;

        Filling(MessageFacts facts) {
            this.facts = facts;
        }

        MessageText of(List<String> lines) {
            lines.forEach(this::line);
            String plain = facts.words()
                    .get(
                            "message.subject",
                            String.valueOf(facts.incident().severity()),
                            facts.incident().title(),
                            facts.value(MessageRole.STATUS, List.of()));
            return new MessageText(
                    subject.isEmpty() ? plain : subject, String.join("\n", out).strip() + "\n");
        }

        private void line(String line) {
            if (line.isBlank()) {
                out.add(line);
                return;
            }
            Matcher item = ITEM.matcher(line);
            if (item.matches() && PLACEHOLDER.matcher(item.group(5)).matches() && isActions(item.group(5))) {
                actions(item);
                return;
            }
            Matcher key = KEY.matcher(line);
            if (!key.matches()) {
                out.add(filled(line, ""));
                return;
            }
            String name = key.group("key").replaceAll("[*_#]", "").strip();
            String value = key.group("value").strip();
            String before = line.substring(0, key.start("value"));
            if (MessageRole.subject(name)) {
                subject = filled(value, "");
                return;
            }
            if (value.isEmpty()) {
                section = name;
                listed = false;
                given.clear();
                out.add(line);
                return;
            }
            List<String> options = options(value);
            MessageRole.Found role = MessageRole.of(name);
            boolean status = role != null && role.role() == MessageRole.STATUS;
            if (options.size() > 1 && role != null && (status || role.role() == MessageRole.SEVERITY)) {
                String chosen = facts.value(role.role(), options);
                out.add(before + (chosen.isEmpty() ? facts.words().blank(String.join(" / ", options)) : chosen));
            } else {
                out.add(filled(before, "") + filled(value, name));
            }
        }

        /// What is left to choose from: `A / B / C`, `A | B`, in brackets or not; `1/2/3` in brackets.
        private static List<String> options(String text) {
            boolean whole = text.matches("\\[[^\\[\\]]*\\]|\\{[^{}]*\\}|<[^<>]*>");
            String inside = whole ? text.substring(1, text.length() - 1) : text;
            return List.of(inside.split(whole ? "\\s*[/|]\\s*" : "\\s+/\\s+|\\s*\\|\\s*"));
        }

        private boolean isActions(String placeholder) {
            MessageRole.Found own = MessageRole.of(placeholder);
            MessageRole.Found above = MessageRole.of(section);
            return is(own == null || !own.sure() ? above : own, MessageRole.ACTIONS);
        }

        private static boolean is(MessageRole.@Nullable Found found, MessageRole role) {
            return found != null && found.role() == role;
        }

        /// A list of placeholders for what was done becomes the list of it, once.
        private void actions(Matcher item) {
            List<String> done = facts.actions();
            if (listed) {
                return;
            }
            listed = true;
            int number = 1;
            for (String action : done.isEmpty() ? List.of(blank(item.group(5), section)) : done) {
                String mark = item.group(3) == null ? item.group(2) : number++ + item.group(3);
                out.add(item.group(1) + mark + item.group(4) + action);
            }
        }

        /// The text with its placeholders filled in.
        ///
        /// @param key what stands before it on the line
        private String filled(String text, String key) {
            boolean alone = key.isEmpty()
                    && PLACEHOLDER
                            .matcher(text.strip().replaceFirst("^[-*+•]\\s+", ""))
                            .matches();
            return PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(one(m, text, key, alone)));
        }

        private String one(MatchResult m, String text, String key, boolean alone) {
            String inside = inside(m);
            boolean vague = m.group("d") != null || m.group("e") != null;
            if (!vague && (inside.isBlank() || inside.matches("[xX✓]"))) {
                return m.group();
            }
            MessageRole.Found own = m.group("e") != null ? null : MessageRole.of(inside);
            MessageRole.Found before = MessageRole.of(key.isEmpty() ? lastWords(text, m.start()) : key);
            MessageRole.Found above = alone ? MessageRole.of(section) : null;
            MessageRole.@Nullable Found role = own != null && own.sure()
                    ? own
                    : before != null ? before : above != null ? above : alone && !inTitle() ? null : own;
            if (role == null) {
                return blank(inside, key);
            }
            boolean options = inside.matches(".*[/|].*")
                    && (role.role() == MessageRole.STATUS || role.role() == MessageRole.SEVERITY);
            String value = facts.value(role.role(), options ? options("[" + inside + "]") : List.of());
            value = fitting(value, role.role(), text.substring(0, m.start()), text.substring(m.end()));
            // The same twice in one list would say that two things were known.
            return value.isEmpty() || alone && !given.add(role.role() + value) ? blank(inside, key) : value;
        }

        /// A value without what the template has around it: "SEV-{severity}", "{start} UTC".
        private static String fitting(String value, MessageRole role, String before, String after) {
            if (role == MessageRole.SEVERITY && LEVEL.matcher(before).find()) {
                return value.replaceFirst("^SEV ", "");
            }
            return value.endsWith(" UTC") && ZONE.matcher(after).lookingAt()
                    ? value.substring(0, value.length() - " UTC".length())
                    : value;
        }

        private boolean inTitle() {
            return out.stream().allMatch(String::isBlank);
        }

        private static String inside(MatchResult m) {
            for (String group : List.of("a", "b", "c", "d")) {
                if (m.group(group) != null) {
                    return m.group(group).strip();
                }
            }
            return "";
        }

        private static String lastWords(String text, int at) {
            String before =
                    PLACEHOLDER.matcher(text.substring(0, at)).replaceAll("").replaceAll("[^\\p{L}\\p{N}]+$", "");
            int from = before.length();
            for (int words = 0; words < 3 && from > 0; words++) {
                from = Math.max(before.lastIndexOf(' ', from - 1), 0);
            }
            return before.substring(from);
        }

        private String blank(String inside, String key) {
            String asked = inside.replaceAll("[\\[\\]{}<>]", "").strip();
            String what = asked.isEmpty() || !asked.matches(".*\\p{L}{2}.*") ? key : asked;
            return facts.words().blank(what.isEmpty() ? "…" : what.toLowerCase(Locale.ROOT));
        }
    }
}
