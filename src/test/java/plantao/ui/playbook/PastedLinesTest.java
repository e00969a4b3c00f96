package plantao.ui.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastedLinesTest {
    @Test
    void pastedLinesStayCommandsOfTheirOwn() {
        assertThat(PastedLines.inOne("cd /srv\r\n\r\n# look first\nls -l \\\n   --all\n"))
                .isEqualTo("cd /srv; ls -l --all");
        assertThat(PastedLines.inOne("uptime\n")).isEqualTo("uptime");
    }
}
