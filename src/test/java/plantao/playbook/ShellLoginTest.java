package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShellLoginTest {
    @Test
    void takesWhatOnlyTheLoginShellKnows() {
        assertThat(ShellLogin.merged(
                        Map.of("PATH", "/venv/bin:/usr/bin", "LANG", "pt_BR.UTF-8", "BASH_ENV", "x"),
                        Map.of("PATH", "/home/me/bin:/usr/bin:/bin", "LANG", "C", "EDITOR", "vi", "PWD", "/")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("PATH", "/venv/bin:/home/me/bin:/usr/bin:/bin", "LANG", "pt_BR.UTF-8", "EDITOR", "vi"));
    }

    @Test
    void readsPastWhatAProfilePrints() {
        assertThat(ShellLogin.read("Welcome!\nX=1\0plantao\0A=b=c\0L=two\nlines\0"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "b=c", "L", "two\nlines"));
        assertThat(ShellLogin.read("nothing of it")).isEmpty();
    }

    @Test
    void asksTheRealShell() throws Exception {
        assertThat(new ShellLogin(Map.of("SHELL", "/bin/sh", "OWN", "1")).environment())
                .containsEntry("OWN", "1")
                .containsKey("PATH");
        assertThat(new ShellLogin(Map.of("SHELL", "/no/such", "PATH", "/bin")).environment())
                .isEqualTo(Map.of("SHELL", "/no/such", "PATH", "/bin"));
    }
}
