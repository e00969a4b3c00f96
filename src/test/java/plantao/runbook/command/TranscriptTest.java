package plantao.runbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.Command;
import plantao.runbook.read.RunbookReader;

/// What was copied from a screen: only what stands behind a prompt was typed. Anything else that were run could do
/// harm (`ana@web ~> echo hello` makes a file called `echo`).
class TranscriptTest {
    private static List<Command> commands(String language, String text) {
        String runbook =
                "# Shop\n\n## Playbooks\n\n### Queue stuck\n\n1. Look:\n\n```" + language + "\n" + text + "\n```\n";
        return RunbookReader.read("shop", Map.of("shop.md", runbook)).playbooks().getFirst().steps().stream()
                .flatMap(s -> s.commands().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@web ~/app> ",
                "ana@web ~/app (main)> ",
                "ana@web ~ % ",
                "ana@web:~/app$ ",
                "root@db1:~# ",
                "[root@db1 ~]# ",
                "➜  app git:(main) ✗ ",
                "$ "
            })
    void onlyWhatStandsBehindAPromptIsRun(String prompt) {
        String text = prompt + "ls /tmp | wc -l\n12\n" + prompt + "echo hello\nhello";

        assertThat(commands("console", text))
                .extracting(Command::text)
                .containsExactly("ls /tmp | wc -l", "echo hello");
        assertThat(commands("", text)).extracting(Command::text).containsExactly("ls /tmp | wc -l", "echo hello");
    }

    @Test
    void theSecondPromptIsNoRedirection() {
        assertThat(commands("", "$ echo one \\\n>   two\none two\n$ for i in 1 2; do\n> echo $i\n> done\n1\n2"))
                .extracting(Command::text)
                .containsExactly("echo one \\\n  two", "for i in 1 2; do\necho $i\ndone");
    }

    @Test
    void anAnswerThatLooksLikeASecondPromptIsNotRun() {
        assertThat(commands("console", "$ diff a b\n> rm -rf x\n$ echo a"))
                .extracting(Command::text)
                .containsExactly("diff a b", "echo a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true; do date; sleep 1; done",
                "while :\ndo\n  date\n  sleep 1\ndone",
                "vmstat 1",
                "iostat -x 5",
                "tail -n 50 --follow=name app.log",
                "gcloud logging tail x",
                "docker compose up",
                "sleep infinity",
                "bash",
                "systemctl edit shop",
                "aws ssm start-session --target i-1",
                "telnet mail.example 25"
            })
    void whatNeverEndsOrWaitsForSomebodyIsNotCutOff(String text) {
        assertThat(commands("bash", text)).singleElement().matches(Command::interactive);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true; do curl -sf localhost/health && break; sleep 1; done",
                "vmstat 1 2",
                "docker compose up -d web",
                "bash deploy.sh",
                "git rebase main",
                "echo quit | telnet mail.example 25"
            })
    void whatEndsByItselfHasItsTime(String text) {
        assertThat(commands("bash", text)).singleElement().matches(c -> !c.interactive());
    }
}
