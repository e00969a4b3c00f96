package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import plantao.runbook.Risk;
import plantao.runbook.text.Expression;
import plantao.runbook.text.ShellWords.Command;
import plantao.runbook.text.ShellWords.Word;

/// How dangerous a shell text is: the worst of the commands in it, of what they write, and of what substitutions
/// run.
final class ShellRisk {
    private static final Expression NUMBER = Expression.of("\\d+|-");
    /// Files that keep nothing.
    private static final Pattern NOWHERE = Pattern.compile("/dev/(?:null|stdout|stderr|tty|fd/\\d+|tcp/.*)|&.*");
    private static final Pattern KERNEL = Pattern.compile("/(?:proc|sys)/.*");
    private static final Pattern DEVICE = Pattern.compile("/dev/(?:sd|nvme|vd|xvd|hd|mapper/|md).*");
    private static final int DEEPEST = 12;

    private ShellRisk() {}

    /// @param text one or more commands
    static Risk of(String text) {
        return at(0, text);
    }

    /// What a shell inside another command reads.
    ///
    /// @param depth how many stand around it; deeper than anybody writes nothing is known
    static Risk at(int depth, String text) {
        return depth > DEEPEST ? Risk.MUTATING : text(depth, text);
    }

    private static Risk text(int depth, String text) {
        ShellCalls.Read read = ShellCalls.in(text);
        Risk risk = Risk.SAFE;
        for (String nested : read.nested()) {
            risk = risk.or(at(depth + 1, nested));
        }
        for (ShellCalls.Call call : read.calls()) {
            risk = risk.or(written(call.command(), call.words()));
            risk = call.words().isEmpty() ? risk : risk.or(new CallRisk(depth).of(call.words(), call.input()));
        }
        return risk;
    }

    /// What the redirections write. Without a command, or with nothing to write, a file is emptied.
    private static Risk written(Command command, List<Word> words) {
        Risk risk = Risk.SAFE;
        List<String> plain = new ArrayList<>();
        words.forEach(w -> plain.add(w.plain()));
        boolean nothing = plain.isEmpty() && command.bodies().isEmpty()
                || plain.equals(List.of(":"))
                || plain.equals(List.of("true"))
                || plain.equals(List.of("cat", "/dev/null"));
        for (Word word : command.words()) {
            String operator = word.redirection();
            if (operator.indexOf('>') < 0
                    || operator.endsWith("&") && NUMBER.matcher(word.plain()).matches()) {
                continue;
            }
            String target = word.plain();
            if (!NOWHERE.matcher(target).matches()) {
                risk = risk.or(
                        DEVICE.matcher(target).matches() || nothing && !operator.contains(">>")
                                ? Risk.DESTRUCTIVE
                                : KERNEL.matcher(target).matches() ? Risk.DISRUPTIVE : Risk.MUTATING);
            }
        }
        return risk;
    }

    /// Whether a file is one of the kernel's, which takes what is written to it for an order.
    static boolean isKernel(String file) {
        return KERNEL.matcher(file).matches();
    }
}
