package plantao.ui.paging;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import plantao.desk.Page;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Texts;

/// A page in words.
///
/// @param title one line, at most 120 characters
/// @param body at most 400 characters
public record PageWords(String title, String body) {
    private static final int MOST_TITLE = 120;
    private static final int MOST_BODY = 400;
    private static final int MOST_NAME = 80;
    private static final int MOST_NAMES = 4;

    public PageWords {
        title = shortened(title, MOST_TITLE);
        body = shortened(body, MOST_BODY);
    }

    /// The page in one language.
    ///
    /// @param mask hides secrets
    public static PageWords of(Page page, Locale locale, UnaryOperator<String> mask) {
        return new Writer(Texts.of(PageWords.class, locale), new Figures(locale, ZoneId.systemDefault()), mask)
                .write(page);
    }

    /// What the operator asked to see, to know that they would.
    public static PageWords trial(Locale locale) {
        Texts texts = Texts.of(PageWords.class, locale);
        return new PageWords(texts.get("trial"), texts.get("trial.body"));
    }

    private record Writer(Texts texts, Figures figures, UnaryOperator<String> mask) {
        PageWords write(Page page) {
            boolean single = page.items().size() == 1;
            String title = single ? one(page.kind(), page.items().getFirst()) : many(page);
            String body = single ? name(page.items().getFirst().system()) : names(page.items());
            String todo = page.kind() == Page.Kind.OVER || page.kind() == Page.Kind.SILENCE_ENDS
                    ? ""
                    : "\n" + texts.get("todo." + page.kind());
            return new PageWords(page.practice() ? texts.get("practice", title) : title, body + todo);
        }

        private String one(Page.Kind kind, Page.Item item) {
            String lasted = figures.age(item.lasted());
            return switch (kind) {
                case FIRING -> texts.get(item.flapping() ? "flapping.one" : "firing.one", name(item.alert()));
                case SILENCE_ENDS -> texts.get("silence.one", name(item.alert()), lasted);
                case STILL_FIRING -> texts.get("still.one", name(item.alert()), lasted);
                case OVER ->
                    item.service() == null
                            ? texts.get("over.one", name(item.alert()), lasted)
                            : texts.get("up.one", name(item.service()), lasted);
            };
        }

        private String many(Page page) {
            int count = page.items().size();
            return switch (page.kind()) {
                case FIRING -> texts.get("firing.many", count);
                case STILL_FIRING -> texts.get("still.many", count, figures.age(longest(page)));
                case OVER -> texts.get("over.many", count);
                case SILENCE_ENDS -> texts.get("silence.many", count);
            };
        }

        /// The first few names, with their systems where there are several.
        private String names(List<Page.Item> items) {
            boolean several = items.stream().map(Page.Item::system).distinct().count() > 1;
            String names = items.stream()
                    .limit(MOST_NAMES)
                    .map(i -> name(several ? i.system() + ": " + i.alert() : i.alert()))
                    .collect(Collectors.joining(" · "));
            int more = items.size() - MOST_NAMES;
            String all = more > 0 ? texts.get("more", names, more) : names;
            return several ? all : name(items.getFirst().system()) + "\n" + all;
        }

        /// Masked before it is cut: half a secret is one too.
        private String name(String name) {
            return shortened(mask.apply(name).replaceAll("\\s+", " ").strip(), MOST_NAME);
        }
    }

    private static Duration longest(Page page) {
        return page.items().stream()
                .map(Page.Item::lasted)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// Without control characters, cut between characters.
    private static String shortened(String text, int most) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\n]]", "");
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }
}
