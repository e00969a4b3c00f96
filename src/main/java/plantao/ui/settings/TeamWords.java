package plantao.ui.settings;

import java.time.Duration;
import java.time.Instant;
import plantao.store.TeamFault;
import plantao.store.TeamState;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// How the sharing of the log stands, in the operator's language.
public final class TeamWords {
    private static final Duration NOTEWORTHY = Duration.ofSeconds(2);
    /// A clock this wrong makes times of the timeline hard to believe.
    private static final Duration WRONG = Duration.ofSeconds(30);
    /// Every entry takes a moment to the server and back; only what lasts is worth a word.
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Texts texts;
    private final Figures figures;

    public TeamWords(UiContext desktop) {
        this(desktop.texts(TeamWords.class), desktop.figures());
    }

    /// @param texts of this package
    public TeamWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// Whether somebody should look: it does not go on by itself, or not yet.
    public static boolean bad(TeamState team) {
        return team.fault() != null || !team.refused().isEmpty();
    }

    /// Whether the bar has to say something: normal is quiet.
    public static boolean telling(TeamState team, Instant now) {
        return bad(team)
                || wrong(team)
                || team.inStep() == null
                || !team.current() && team.behind(now).compareTo(MOMENT) > 0;
    }

    /// Whether this computer's clock is so wrong that it should be set.
    public static boolean wrong(TeamState team) {
        return team.skew().abs().compareTo(WRONG) > 0;
    }

    /// A few words for the bar.
    public String brief(TeamState team, Instant now) {
        if (team.fault() == null) {
            if (team.untaken() > 0 || team.unsent() > 0) {
                return texts.get("team.brief.going", team.unsent(), team.untaken());
            }
            if (team.inStep() != null && team.refused().isEmpty() && wrong(team)) {
                return texts.get(
                        team.skew().isNegative() ? "team.brief.fast" : "team.brief.slow",
                        figures.length(minutes(team.skew().abs())));
            }
            return texts.get(
                    team.inStep() == null
                            ? "team.brief.first"
                            : team.refused().isEmpty() ? "team.brief.current" : "team.brief.refused");
        }
        String behind = team.inStep() == null
                ? texts.get("team.brief.never")
                : texts.get("team.brief.behind", figures.length(minutes(team.behind(now))));
        return team.unsent() == 0 ? behind : behind + " · " + texts.get("team.brief.unsent", team.unsent());
    }

    private static Duration minutes(Duration d) {
        return d.toMinutes() == 0 ? Duration.ofSeconds(d.toSeconds()) : Duration.ofMinutes(d.toMinutes());
    }

    /// Why it does not go on, and what to do.
    ///
    /// @param said by the server or the driver
    public String fault(TeamFault fault, String where, String said) {
        return texts.get("team.fault." + fault.name(), where, sentence(Fonts.drawable(said)))
                .strip();
    }

    /// A server ends what it says without a full stop; more follows here.
    private static String sentence(String said) {
        return said.isBlank() || said.matches("(?s).*[.!?…]\\s*") ? said : said.strip() + ".";
    }

    /// What is so and what to do, in sentences.
    public String full(TeamState team) {
        if (!team.on()) {
            return texts.get("team.none");
        }
        StringBuilder text = new StringBuilder();
        TeamFault fault = team.fault();
        String where = Fonts.drawable(team.where());
        if (fault != null) {
            text.append(fault(fault, where, team.words()));
            text.append(' ').append(texts.get("team.safe", team.unsent()));
        } else if (team.current()) {
            text.append(texts.get("team.current", where));
        } else {
            text.append(texts.get("team.going", where, team.unsent(), team.untaken()));
        }
        if (!team.refused().isEmpty()) {
            text.append(' ').append(texts.get("team.refused", Fonts.drawable(String.join(", ", team.refused()))));
        }
        if (team.skew().abs().compareTo(NOTEWORTHY) > 0) {
            text.append(' ')
                    .append(texts.get(
                            team.skew().isNegative() ? "team.fast" : "team.slow",
                            figures.length(team.skew().abs())));
        }
        if (team.newer()) {
            text.append(' ').append(texts.get("team.newer"));
        }
        return text.toString();
    }
}
