package plantao.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final List<List<Routes.Span>> ROWS = List.of(
            List.of(new Routes.Span(100, 200)),
            List.of(new Routes.Span(0, 140), new Routes.Span(160, 300)),
            List.of(new Routes.Span(100, 200)));

    @Test
    void aLinePassesThroughTheNearestGapAndNotBehindABox() {
        Routes routes = new Routes(ROWS, 300);

        assertThat(routes.between(0, 180, 2, 180))
                .singleElement()
                .satisfies(x -> assertThat(x).isBetween(147.0, 153.0));
        assertThat(routes.between(0, 150, 1, 150)).isEmpty();
    }

    @Test
    void linesInOneGapStandApart() {
        Routes routes = new Routes(
                List.of(ROWS.getFirst(), List.of(new Routes.Span(0, 100), new Routes.Span(200, 300)), ROWS.getLast()),
                300);
        double first = routes.between(0, 150, 2, 150).getFirst();
        double second = routes.between(2, 150, 0, 150).getFirst();

        assertThat(Math.abs(first - second)).isGreaterThanOrEqualTo(7);
        assertThat(List.of(first, second)).allMatch(x -> x > 100 && x < 200);
    }
}
