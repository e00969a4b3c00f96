package plantao.probe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plantao.probe.Resp.Reply;
import plantao.runbook.ProbeSpec.Subject;

/// Makes a reading of what Redis answered. Pure.
final class RedisAnswer {
    private RedisAnswer() {}

    static Reading judged(Attempt attempt, Check.Redis check, Reply reply, Phases phases) {
        String asked = Evidence.oneLine(String.join(" ", check.command()), 80);
        String text = text(check, reply);
        String field = RedisProber.field(check);
        boolean plain = field == null && RedisProber.verb(check).equals("INFO");
        String detail = asked + " → " + (text == null ? "nothing" : plain ? "answered" : Evidence.oneLine(text, 60));
        Double value = text == null ? null : check.limits().scaled(FigureText.finite(text));
        String broken = check.limits().broken(value);
        if (broken != null) {
            return attempt.down(detail + broken, phases.text());
        }
        if (value == null && attempt.probe().of() == Subject.METRIC) {
            return attempt.noData(detail
                    + (plain
                            ? ": name one of its figures (INFO memory used_memory)"
                            : field != null && text == null
                                    ? ": this Redis has no such figure"
                                    : text == null ? "" : ", not a number"));
        }
        return attempt.up(value, detail);
    }

    private static @Nullable String text(Check.Redis check, Reply reply) {
        return switch (reply) {
            case Reply.Whole whole -> Long.toString(whole.value());
            case Reply.Refused refused -> refused.message();
            case Reply.Text text -> {
                String wanted = RedisProber.field(check);
                yield wanted == null ? text.text() : field(text.text(), wanted);
            }
        };
    }

    /// `name:value` in one of the lines; `db0.keys` picks out of `db0:keys=5,expires=0`.
    private static @Nullable String field(@Nullable String info, String wanted) {
        int dot = wanted.indexOf('.');
        String name = (dot < 0 ? wanted : wanted.substring(0, dot)).toLowerCase(Locale.ROOT);
        for (String line : info == null ? new String[0] : info.split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
                String value = line.substring(colon + 1);
                return dot < 0 ? value : part(value, wanted.substring(dot + 1));
            }
        }
        return null;
    }

    private static @Nullable String part(String value, String wanted) {
        for (String pair : value.split(",", -1)) {
            if (pair.startsWith(wanted + "=")) {
                return pair.substring(wanted.length() + 1);
            }
        }
        return null;
    }
}
