package plantao.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramRoutesTest {
    private static final List<List<DiagramRoutes.Span>> ROWS = List.of(
            List.of(new DiagramRoutes.Span(100, 200)),
            List.of(new DiagramRoutes.Span(0, 140), new DiagramRoutes.Span(160, 300)),
            List.of(new DiagramRoutes.Span(100, 200)));

    @Test
    void aLinePassesThroughTheNearestGapAndNotBehindABox() {
        DiagramRoutes routes = new DiagramRoutes(ROWS, 300);

        assertThat(routes.between(0, 180, 2, 180))
                .singleElement()
                .satisfies(x -> assertThat(x).isBetween(147.0, 153.0));
        assertThat(routes.between(0, 150, 1, 150)).isEmpty();
    }

    @Test
    void linesInOneGapStandApart() {
        DiagramRoutes routes = new DiagramRoutes(
                List.of(
                        ROWS.getFirst(),
                        List.of(new DiagramRoutes.Span(0, 100), new DiagramRoutes.Span(200, 300)),
                        ROWS.getLast()),
                300);
        double first = routes.between(0, 150, 2, 150).getFirst();
        double second = routes.between(2, 150, 0, 150).getFirst();

        assertThat(Math.abs(first - second)).isGreaterThanOrEqualTo(7);
        assertThat(List.of(first, second)).allMatch(x -> x > 100 && x < 200);
    }
}
