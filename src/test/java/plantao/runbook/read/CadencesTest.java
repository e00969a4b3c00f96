package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work that comes back at other times than each day, week, month, quarter or year; and at two hours of a day.
class CadencesTest {
    @Test
    void rareCadencesAndHoursInTitlesAreRead(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("runbook.md"), """
                # Runbook

                ## Manutenção

                ### Quinzenal
                - [ ] Testar restore

                ### Semestral
                - [ ] Rotacionar chaves

                ### Diário às 8h e 20h
                - [ ] Ver painel

                ## Maintenance windows

                - Every other Tuesday 22:00-23:00 UTC: database patching
                - Sundays 2 AM - 4 AM EST: reboot
                """);
        LoadedRunbook.Read read =
                (LoadedRunbook.Read) RunbookFolder.load(folder).getFirst();
        assertThat(read.runbook().maintenance())
                .extracting(m -> m.cadence() + " | " + m.when() + " | " + m.title())
                .containsExactly(
                        "fortnightly | null | Quinzenal",
                        "half-yearly | null | Semestral",
                        "daily | Diário às 8h e 20h | Diário às 8h e 20h",
                        "fortnightly | Every other Tuesday 22:00-23:00 UTC | database patching",
                        "weekly | Sundays 2 AM - 4 AM EST | reboot");
    }
}
