package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueCandidatesTest {
    @Test
    void whatStandsBelowTheColumnOfItsNameComesFirst() {
        List<String> printed = List.of(
                "ID         STATUS   CREATED",
                "---------  -------  ----------",
                "dep-a1b2   live     2026-11-22",
                "dep-c3d4   failed   2026-11-21");

        assertThat(ValueCandidates.in("deploy_id", printed, 3)).startsWith("dep-a1b2", "dep-c3d4");
    }

    @Test
    void whatStandsBesideItsNameComesFirst() {
        assertThat(ValueCandidates.in("task-id", List.of("{\"status\": \"ok\", \"task_id\": \"9f-77\"}"), 2))
                .startsWith("9f-77");
        assertThat(ValueCandidates.in("[pid]", List.of("listening on 8000", "pid: 4121"), 2))
                .startsWith("4121");
    }

    @Test
    void otherwiseWordsThatNameSomething() {
        assertThat(ValueCandidates.in("host", List.of("the job ran on web-1.eu for a while"), 5))
                .containsExactly("web-1.eu");
    }

    @Test
    void timesAndDaysAreOfferedOnlyWhereOneIsWanted() {
        List<String> printed = List.of("06:01:17 22/11 pedidos-2: HTTP/2 waited 5.002 s since 2026-11-22");
        assertThat(ValueCandidates.in("host", printed, 9)).containsExactly("pedidos-2");
        assertThat(ValueCandidates.in("desde", printed, 9)).contains("06:01:17", "2026-11-22");
    }
}
