package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The documents the log writes are those an incident lead wrote by hand for the same day.
class DraftsTest {
    private static final Locale PT = Locale.of("pt", "BR");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private static String golden(String name) throws IOException {
        try (InputStream in = DraftsTest.class.getResourceAsStream("/plantao/export/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theHandoffIsTheOneWrittenByHand() throws IOException {
        Board board = new OuvifyDay().board();
        assertThat(Drafts.handoff(board, OuvifyDay.SHIFT, PT, SAO_PAULO)).isEqualTo(golden("passagem-ouvify.md"));
    }

    @Test
    void whatIsToBeReadFirstFitsOneScreen() throws IOException {
        String text = Drafts.handoff(new OuvifyDay().board(), OuvifyDay.SHIFT, Locale.ENGLISH, SAO_PAULO);
        String first = text.substring(0, text.indexOf("## Evidence"));
        assertThat(first.lines().count()).isLessThan(40);
        assertThat(first).contains("**Burning:** alert", "**First:**", "**By when:** now; at 13:00 UTC comes");
    }

    @Test
    void thePostmortemIsTheOneWrittenByHandInTheRunbooksTemplate() throws IOException {
        Board board = new OuvifyDay().board();
        assertThat(Drafts.postmortem(board, OuvifyDay.INCIDENT, Locale.ENGLISH, SAO_PAULO))
                .isEqualTo(golden("incidente-ouvify.md"));
    }
}
