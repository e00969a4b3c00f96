package plantao.practice.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.practice.blueprint.CommandSpec;
import plantao.practice.blueprint.CommandSpec.Act;
import plantao.practice.blueprint.CommandSpec.Pattern;

class CommandLineTest {
    private final CommandSpec spec = new CommandSpec(
            Map.of("process", List.of("-n", "--name"), "lines", List.of("--tail")),
            List.of("--quiet", "--output="),
            null,
            List.of(
                    pattern("rollout restart <process>", Act.RESTART),
                    pattern("logs [<process>]", Act.LOGS),
                    pattern("--prod", Act.REDEPLOY),
                    pattern("exec <process> <command...>", Act.RUN)));

    private static Pattern pattern(String words, Act act) {
        return new Pattern(words, act, null, null, null, false, List.of());
    }

    private CommandLine.Matched matched(String... words) {
        CommandLine line = CommandLine.read(spec, List.of(words));
        assertThat(line).isInstanceOf(CommandLine.Matched.class);
        return (CommandLine.Matched) line;
    }

    @Test
    void aPatternWithoutWordsIsForOptionsAlone() {
        var journal = new CommandSpec(
                Map.of("process", List.of("-u")), List.of("--no-pager"), null, List.of(pattern("", Act.LOGS)));
        assertThat(CommandLine.read(journal, List.of("-u", "api", "--no-pager")))
                .isInstanceOfSatisfying(
                        CommandLine.Matched.class,
                        m -> assertThat(m.said("process")).contains("api"));
        assertThat(CommandLine.read(journal, List.of("vacuum"))).isInstanceOf(CommandLine.Impossible.class);
    }

    @Test
    void capturesWords() {
        assertThat(matched("rollout", "restart", "deployment/api").said("process"))
                .contains("deployment/api");
        assertThat(matched("exec", "api", "ls", "a b").said("command")).contains("ls a b");
        assertThat(matched("logs").said("process")).isEmpty();
    }

    @Test
    void readsOptionsInEveryForm() {
        CommandLine.Matched line = matched("--quiet", "logs", "--tail", "5", "--name=api", "--output", "json");
        assertThat(line.pattern().act()).isEqualTo(Act.LOGS);
        assertThat(line.options()).isEqualTo(Map.of("lines", "5", "process", "api"));
    }

    @Test
    void anOptionThatAPatternNamesIsAWord() {
        assertThat(matched("--prod").pattern().act()).isEqualTo(Act.REDEPLOY);
    }

    @Test
    void saysWhyNot() {
        assertThat(CommandLine.read(spec, List.of("logs", "--color")))
                .isEqualTo(new CommandLine.Impossible("the option --color is not known here"));
        assertThat(CommandLine.read(spec, List.of("logs", "--tail")))
                .isEqualTo(new CommandLine.Impossible("the option --tail lacks its value"));
        assertThat(CommandLine.read(spec, List.of("rollout", "undo", "api")).toString())
                .contains("'rollout undo api' has no stand-in")
                .contains("rollout restart");
        assertThat(CommandLine.read(spec, List.of("rollout", "restart"))).isInstanceOf(CommandLine.Impossible.class);
        assertThat(CommandLine.read(spec, List.of())).isInstanceOf(CommandLine.Impossible.class);
    }
}
