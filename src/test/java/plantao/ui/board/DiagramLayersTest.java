package plantao.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.runbook.Diagram;

class DiagramLayersTest {

    @Test
    void whatNeedsStandsAboveWhatIsNeeded() {
        Diagram diagram = diagram(List.of("db", "api", "web"), "web>api", "api>db");

        assertThat(DiagramLayers.of(diagram, _ -> 100, 400))
                .containsExactly(List.of("web"), List.of("api"), List.of("db"));
    }

    @Test
    void aGroupStandsLevelBelowEverythingThatNeedsOneOfIt() {
        Diagram diagram = new Diagram(
                List.of(
                        new Diagram.Node("web", "Web", null),
                        new Diagram.Node("api", "API", "Back"),
                        new Diagram.Node("jobs", "Jobs", "Back"),
                        new Diagram.Node("mail", "Mail", "Out")),
                List.of(new Diagram.Edge("web", "api"), new Diagram.Edge("jobs", "mail")));

        assertThat(DiagramLayers.of(diagram, _ -> 100, 400))
                .containsExactly(List.of("web"), List.of("api", "jobs"), List.of("mail"));
    }

    @Test
    void aCircleOfNeedsStillGetsEveryBoxAPlace() {
        Diagram diagram = diagram(List.of("a", "b", "c"), "a>b", "b>c", "c>a");

        assertThat(DiagramLayers.of(diagram, _ -> 100, 400).stream().flatMap(List::stream))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whatDoesNotFitBesideGoesBelow() {
        Diagram diagram = diagram(List.of("a", "b", "c", "d", "e"));

        assertThat(DiagramLayers.of(diagram, _ -> 100, 250))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
        assertThat(DiagramLayers.of(diagram, _ -> 900, 250)).hasSize(5);
    }

    private static Diagram diagram(List<String> ids, String... edges) {
        return new Diagram(
                ids.stream().map(id -> new Diagram.Node(id, id, null)).toList(),
                List.of(edges).stream()
                        .map(e -> new Diagram.Edge(e.split(">")[0], e.split(">")[1]))
                        .toList());
    }
}
