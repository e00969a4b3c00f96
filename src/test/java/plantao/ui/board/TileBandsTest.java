package plantao.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileBandsTest {

    @Test
    void smallGroupsStandBesideEachOther() {
        assertThat(TileBands.of(List.of(2, 2, 2), 3)).containsExactly(new TileBands.Band(0, 3, List.of(1, 1, 1)));
    }

    @Test
    void theLargerGroupTakesTheColumnsThatAreLeft() {
        assertThat(TileBands.of(List.of(4, 2), 3)).containsExactly(new TileBands.Band(0, 2, List.of(2, 1)));
    }

    @Test
    void oneGroupTakesTheWholeWidth() {
        assertThat(TileBands.of(List.of(60), 3)).containsExactly(new TileBands.Band(0, 1, List.of(3)));
    }

    @Test
    void nothingIsNoBand() {
        assertThat(TileBands.of(List.of(), 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void everyGroupStandsSomewhereAndNoBandIsTooWide(int columns) {
        List<Integer> sizes = List.of(1, 7, 2, 2, 5, 1, 30);
        List<TileBands.Band> bands = TileBands.of(sizes, columns);

        int next = 0;
        for (TileBands.Band band : bands) {
            assertThat(band.from()).isEqualTo(next);
            assertThat(band.widths()).hasSize(band.to() - band.from()).allMatch(w -> w >= 1);
            assertThat(band.widths().stream().mapToInt(w -> w).sum()).isLessThanOrEqualTo(columns);
            next = band.to();
        }
        assertThat(next).isEqualTo(sizes.size());
    }
}
