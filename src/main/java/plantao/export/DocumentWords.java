package plantao.export;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words a document is written in: Portuguese for any Portuguese, else English.
record DocumentWords(ResourceBundle bundle) {
    private static final ResourceBundle.Control CONTROL = new ResourceBundle.Control() {
        @Override
        public List<Locale> getCandidateLocales(String name, Locale locale) {
            return List.of(locale.getLanguage().equals("pt") ? Locale.of("pt", "BR") : Locale.ENGLISH);
        }

        @Override
        public @Nullable Locale getFallbackLocale(String name, Locale locale) {
            return null;
        }
    };

    /// `78.4 %`: figures are kept with a point and without groups.
    private static final Pattern FIGURE = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:\\s?\\S+)?");

    static DocumentWords in(Locale locale) {
        return new DocumentWords(ResourceBundle.getBundle(
                "plantao.export.messages", locale, DocumentWords.class.getClassLoader(), CONTROL));
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key).replace("'", "''"), bundle.getLocale()).format(arguments);
    }

    /// What a room said in English, in the document's language.
    String said(String english) {
        return Translation.in(bundle.getLocale()).of(english);
    }

    /// What was measured, in the document's own way of writing figures; null when it is not a figure but an answer.
    @Nullable
    String figure(String measured) {
        return !FIGURE.matcher(measured).matches()
                ? null
                : bundle.getLocale().getLanguage().equals("pt")
                        ? measured.replace('.', ',').replaceFirst(" days$", " dias")
                        : measured;
    }

    /// A blank that somebody must fill in, marked so that it can be found and counted.
    String blank(String what) {
        return "{" + get("fill", what) + "}";
    }

    /// `25 min`, `1 h 30 min`, `42 s`, `850 ms`; from ten minutes on the nearest minute.
    String length(Duration length) {
        long s = length.toSeconds();
        if (s < 1) {
            return length.toMillis() + " ms";
        }
        if (s < 60) {
            return s + " s";
        }
        if (s < 600) {
            return s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s");
        }
        long minutes = (s + 30) / 60;
        return minutes < 60
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    String length(long millis) {
        return length(Duration.ofMillis(millis));
    }

    static String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /// `14:00 UTC`, with the day unless it is that of `now`.
    String at(Instant at, Instant now) {
        return (day(at).equals(day(now)) ? "" : day(at) + " ") + clock(at) + " UTC";
    }

    /// `14:00–14:20`, one time where both are the same minute, `…` for an end that has not come; with days where a
    /// reader would take them for another day's: before `since`, or a day and more apart.
    static String span(Instant from, @Nullable Instant until, Instant since) {
        String began = (from.isBefore(since) && !day(from).equals(day(since)) ? day(from) + " " : "") + clock(from);
        if (until == null) {
            return began + "–…";
        }
        boolean days = Duration.between(from, until).toDays() > 0;
        String ended = (days ? day(until) + " " : "") + clock(until);
        return !days && ended.equals(clock(from)) ? began : began + "–" + ended;
    }

    static String day(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
