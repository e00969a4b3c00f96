package plantao.ui.incident;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.TellingLine;
import plantao.runbook.Risk;
import plantao.runbook.TypedLines;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Tells entries in the operator's language; what the runbook or somebody wrote stays as it was written.
public record TimelineWords(Texts texts, Figures figures) {
    private static final int JSON = 200;

    /// In a desktop's language.
    public static TimelineWords of(UiContext desktop) {
        return new TimelineWords(desktop.texts(TimelineWords.class), desktop.figures());
    }

    public TimelineItem of(Entry e) {
        String who = e.operator();
        return switch (e.detail()) {
            case Detail.ServiceDown d ->
                TimelineItem.state(Mark.Kind.DOWN, t("down", d.service()), texts.said(d.reason()), "");
            case Detail.ServiceUp d ->
                TimelineItem.state(
                        Mark.Kind.RECOVERED, t("up", d.service()), d.answer(), t("up.about", length(d.downMillis())));
            case Detail.AlertFired d ->
                TimelineItem.state(
                        Mark.Kind.ALERT,
                        t("fired"),
                        d.name(),
                        joined(d.measured() == null ? null : texts.said(d.measured()), d.condition(), line(d.line())));
            case Detail.AlertAcknowledged d ->
                TimelineItem.key(
                        "fth-check",
                        t("acknowledged"),
                        d.name(),
                        joined(d.note(), who, t("after", length(d.afterMillis()))));
            case Detail.AlertCleared d ->
                TimelineItem.key("fth-bell-off", t("cleared"), d.name(), t("lasted", length(d.lastedMillis())));
            case Detail.AlertPending d -> TimelineItem.minor("fth-clock", t("pending"), d.name(), "");
            case Detail.AlertEased d -> TimelineItem.minor("fth-bell-off", t("eased"), d.name(), "");
            case Detail.AlertCalledOut d -> TimelineItem.key("fth-phone-outgoing", t("calledout"), d.name(), "");
            case Detail.AlertFlapping d ->
                TimelineItem.key("fth-activity", t("flapping"), d.name(), t("flapping.about", d.times()));
            case Detail.Silenced d ->
                TimelineItem.key(
                        d.maintenance() ? "fth-tool" : "fth-volume-x",
                        t(d.maintenance() ? "maintenance" : "silenced", figures.utcShort(d.until())),
                        d.name(),
                        joined(d.reason(), who));
            case Detail.SilenceLifted d -> TimelineItem.minor("fth-volume-2", t("lifted"), d.name(), who);
            case Detail.SilenceEnding d ->
                TimelineItem.minor("fth-volume-1", t("ending", figures.utcShort(d.until())), d.name(), "");
            case Detail.Blinded d -> TimelineItem.key("fth-eye-off", t("blind"), d.network(), texts.said(d.why()));
            case Detail.Sighted d ->
                TimelineItem.key("fth-eye", t("sighted"), d.network(), t("after", length(d.blindMillis())));
            case Detail.Paused d ->
                TimelineItem.key(
                        "fth-moon",
                        t("paused"),
                        figures.utcShort(d.from()) + " – " + figures.utcShort(d.until()) + " UTC",
                        "");
            case Detail.IncidentDeclared d ->
                TimelineItem.key("fth-flag", t("declared"), "SEV " + d.severity(), t("declared.about", who));
            case Detail.IncidentResolved _ -> TimelineItem.state(Mark.Kind.RECOVERED, t("resolved"), "", who);
            case Detail.IncidentClosed _ -> TimelineItem.key("fth-archive", t("closed"), "", who);
            case Detail.PostmortemSaved _ -> TimelineItem.minor("fth-save", t("saved"), "", who);
            case Detail.Note d ->
                new TimelineItem(
                        null,
                        "fth-edit",
                        "",
                        t("quoted", d.text()),
                        false,
                        joined(t(d.happened() == null ? "note" : "note.later"), who),
                        false,
                        true);
            case Detail.RunStarted d ->
                TimelineItem.key("fth-list", t("run"), d.title(), joined(texts.said(d.target()), line(d.line())));
            case Detail.WayChosen d ->
                TimelineItem.minor("fth-git-branch", t("way"), d.way(), joined(String.join(", ", d.others()), who));
            case Detail.ValueGiven d ->
                TimelineItem.minor("fth-edit-2", t("value", d.name()), d.value().isEmpty() ? "••••" : d.value(), who);
            case Detail.RunEnded d -> TimelineItem.minor("fth-list", t("run.ended"), d.title(), who);
            case Detail.StepBegun d ->
                TimelineItem.minor(
                        d.risk() == Risk.DESTRUCTIVE ? "fth-alert-octagon" : "fth-play",
                        t(d.risk() == Risk.DESTRUCTIVE ? "begun.destroys" : "begun"),
                        d.title(),
                        joined(t("asked." + d.asked()), step(d.step()), who));
            case Detail.StepRan d -> ran(d);
            case Detail.Rechecked d ->
                TimelineItem.key(
                        "fth-refresh-cw",
                        t("rechecked"),
                        IntStream.range(0, d.checks().size())
                                .mapToObj(i -> d.checks().get(i) + ": "
                                        + d.before().get(i) + " → " + d.now().get(i))
                                .collect(Collectors.joining("\n")),
                        joined(d.after().isEmpty() ? null : t("after.step", d.after()), who));
            case Detail.StepDone d ->
                TimelineItem.key("fth-check-square", t("done"), d.title(), joined(step(d.step()), who));
            case Detail.StepSkipped d ->
                TimelineItem.key("fth-skip-forward", t("skipped"), d.title(), joined(d.reason(), step(d.step()), who));
            case Detail.LeftStopped d ->
                TimelineItem.key(
                        "fth-square",
                        t("left.stopped"),
                        String.join("\n", d.processes()),
                        joined(t("after.step", d.title()), step(d.step()), who));
            case Detail.SymptomMarked d ->
                TimelineItem.minor("fth-eye", t(d.seen() ? "symptom.seen" : "symptom.unseen"), d.symptom(), who);
            case Detail.CauseMarked d -> TimelineItem.key("fth-search", verdict(d.verdict()), d.cause(), who);
            case Detail.ItemTicked d ->
                TimelineItem.minor(
                        "fth-check-square", t("ticked"), d.item(), joined(d.evidence(), who, line(d.line())));
            case Detail.ItemTold d ->
                TimelineItem.minor("fth-check-square", t("told"), d.item(), joined(d.evidence(), line(d.line())));
            case Detail.ItemUnticked d ->
                TimelineItem.minor("fth-square", t("unticked"), d.item(), joined(who, line(d.line())));
            case Detail.ItemSkipped d ->
                TimelineItem.minor(
                        "fth-skip-forward", t("item.skipped"), d.item(), joined(d.reason(), who, line(d.line())));
            case Detail.ItemDeferred d ->
                TimelineItem.minor("fth-clock", t("item.deferred"), d.item(), joined(d.reason(), who, line(d.line())));
            case Detail.ItemNoted d ->
                TimelineItem.minor("fth-edit", t("item.noted"), d.text(), joined(d.item(), who, line(d.line())));
            case Detail.ItemAssigned d ->
                TimelineItem.minor("fth-user", t("item.assigned"), d.item(), joined(d.owner(), who, line(d.line())));
            case Detail.HandoffRemarked d -> TimelineItem.minor("fth-repeat", t("handoff.remarked"), d.text(), who);
            case Detail.Escalated d ->
                TimelineItem.key("fth-phone-outgoing", t("escalated"), d.to(), joined(d.rung(), who));
            case Detail.IncidentStatus d ->
                TimelineItem.key("fth-flag", t("status"), texts.get("status." + d.status()), who);
            case Detail.IncidentGraded d ->
                TimelineItem.key(
                        "fth-flag",
                        t(d.severity() < d.before() ? "raised" : "lowered"),
                        "SEV " + d.before() + " → SEV " + d.severity(),
                        who);
            case Detail.IncidentRole d ->
                TimelineItem.minor(
                        "fth-user-check",
                        texts.get("role." + d.role()),
                        d.who().isBlank() ? texts.get("role.nobody") : d.who(),
                        who);
            case Detail.MessageSent d ->
                TimelineItem.key(
                        "fth-send",
                        d.to().isEmpty() ? t("message.copied") : t("message.sent", d.to()),
                        d.template(),
                        joined(d.next() == null ? null : t("message.next", figures.utcShort(d.next())), who));
            case Detail.MessageTried d -> tried(d);
            case Detail.PostmortemState d ->
                TimelineItem.minor("fth-file-text", t("paper"), texts.get("paper." + d.state()), who);
            case Detail.FollowUpAdded d ->
                TimelineItem.minor(
                        "fth-corner-down-right", t("followup"), d.text(), joined(d.owner(), due(d.due()), who));
            case Detail.FollowUpDone d ->
                TimelineItem.minor(
                        d.done() ? "fth-check-square" : "fth-square",
                        t(d.done() ? "followup.done" : "followup.undone"),
                        d.text(),
                        who);
            case Detail.FollowUpGiven d ->
                TimelineItem.minor("fth-user", t("followup.given"), d.text(), joined(d.owner(), due(d.due()), who));
            case Detail.ShiftStarted _ -> TimelineItem.minor("fth-user-check", t("shift.started"), who, "");
            case Detail.ShiftEnded _ -> TimelineItem.minor("fth-user-x", t("shift.ended"), who, "");
            case Detail.HandoffWritten d ->
                TimelineItem.minor("fth-repeat", t("handoff.written"), d.to() == null ? "" : t("to", d.to()), who);
            case Detail.HandoffAccepted _ -> TimelineItem.minor("fth-repeat", t("handoff.accepted"), "", who);
            case Detail.ScenarioBegun d -> TimelineItem.key("fth-target", t("scenario"), d.title(), "");
            case Detail.EnvironmentChosen d ->
                TimelineItem.key("fth-server", t("environment", d.label()), joined(d.from(), d.to()), who);
            case Detail.ScenarioMended _ -> TimelineItem.key("fth-target", t("scenario.mended"), "", "");
            case Detail.ScenarioEnded _ -> TimelineItem.key("fth-target", t("scenario.ended"), "", "");
            case Detail.Exported d -> TimelineItem.minor("fth-download", t("exported"), d.file(), who);
            case Detail.Redacted d -> TimelineItem.minor("fth-eye-off", t("redacted"), d.reason(), who);
            case Detail.LogRestored d -> TimelineItem.minor("fth-archive", t("restored"), d.backup(), who);
            case Detail.Foreign d ->
                TimelineItem.minor(
                        "fth-circle",
                        d.name(),
                        d.json().length() > JSON ? d.json().substring(0, JSON) + "…" : d.json(),
                        t("foreign"));
        };
    }

    private TimelineItem ran(Detail.StepRan d) {
        boolean good = d.outcome().equals("exited") && Objects.equals(d.exit(), 0);
        String outcome = switch (d.outcome()) {
            case "exited" -> t("exit", String.valueOf(d.exit()));
            case "timed-out" -> t("timed-out");
            case "cancelled" -> t("cancelled");
            default -> t("not-started", d.reason() == null ? "" : texts.said(d.reason()));
        };
        String last = good ? "" : lastWords(d.excerpt());
        return TimelineItem.command(
                d.command().isBlank() ? d.title() : TypedLines.told(d.command()),
                joined(
                        outcome,
                        figures.took(Duration.ofMillis(d.millis())),
                        d.typed() ? t("typed") : step(d.step()),
                        last),
                !good);
    }

    /// What the program printed of its failure; where it printed nothing, our own last remark on how it ended.
    private String lastWords(String excerpt) {
        String telling = TellingLine.of(excerpt);
        return telling.isEmpty()
                ? excerpt.lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .reduce((_, last) -> last)
                        .map(texts::said)
                        .orElse("")
                : telling;
    }

    private TimelineItem tried(Detail.MessageTried d) {
        boolean bad = d.outcome().equals("given-up") || d.outcome().equals("unknown");
        String about = joined(d.reason() == null ? null : texts.said(d.reason()), t("message.attempt", d.attempt()));
        String lead = texts.get("message." + d.outcome());
        return new TimelineItem(
                null,
                bad ? "fth-alert-triangle" : "fth-send",
                lead,
                d.to(),
                false,
                about,
                bad,
                !d.outcome().equals("refused"));
    }

    private String verdict(String verdict) {
        return switch (verdict) {
            case "suspected", "ruled-out", "confirmed", "open" -> t("cause." + verdict);
            default -> t("cause.open");
        };
    }

    /// Steps are counted from 1 on the screens.
    private String step(int index) {
        return t("step", String.valueOf(index + 1));
    }

    private String line(int line) {
        return line > 0 ? t("line", String.valueOf(line)) : "";
    }

    private String length(long millis) {
        return millis < 60_000 ? figures.took(Duration.ofMillis(millis)) : figures.length(Duration.ofMillis(millis));
    }

    private String t(String key, Object... arguments) {
        return texts.get("entry." + key, arguments);
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(p -> p != null && !p.isBlank()).collect(Collectors.joining(" · "));
    }

    private @Nullable String due(@Nullable LocalDate day) {
        return day == null ? null : t("followup.due", day.toString());
    }
}
