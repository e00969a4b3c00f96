package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private static final int SIZE = 32 * 32 * 32 + 2 * 32 * 32 + 70;

    @Test
    void holdsWhatWasAddedInOrderAtEverySize() {
        List<Integer> list = List.of();
        List<Integer> plain = new ArrayList<>();
        Set<Integer> edges = Set.of(0, 1, 32, 33, 64, 65, 1024, 1025, 1056, 1057, 1058, 32 * 32 * 32 + 32, 32 * 32 * 32 + 33, SIZE);
        for (int i = 0; i <= SIZE; i++) {
            assertThat(list).hasSize(i);
            if (edges.contains(i)) {
                assertThat(list).isEqualTo(plain);
            }
            if (i > 0) {
                assertThat(list.get(i - 1)).isEqualTo(i - 1);
            }
            list = Chunks.plus(list, i);
            plain.add(i);
        }
        assertThat(list).isEqualTo(plain);
    }

    @Test
    void growingLeavesTheListItGrewFromAsItWas() {
        List<String> list = List.of("a", "b");
        for (int i = 0; i < 62; i++) {
            list = Chunks.plus(list, "x");
        }
        List<String> one = Chunks.plus(list, "one");
        List<String> two = Chunks.plus(list, "two");
        assertThat(list).hasSize(64).doesNotContain("one", "two");
        assertThat(one.getLast()).isEqualTo("one");
        assertThat(two.getLast()).isEqualTo("two");
        assertThat(one.subList(0, 64)).isEqualTo(list).isEqualTo(two.subList(0, 64));
    }

    @Test
    void anElementIsReplacedInTheNewListOnly() {
        List<Integer> list = List.of();
        for (int i = 0; i < 32 * 32 + 40; i++) {
            list = Chunks.plus(list, i);
        }
        for (int at : new int[] {0, 31, 32, 1023, 1024, 1055, 1056, 1063}) {
            List<Integer> plain = new ArrayList<>(list);
            plain.set(at, -1);
            assertThat(Chunks.with(list, at, -1)).isEqualTo(plain);
            assertThat(list.get(at)).isEqualTo(at);
        }
        assertThat(Chunks.with(List.of("a", "b"), 1, "c")).containsExactly("a", "c");
        List<Integer> whole = list;
        assertThatThrownBy(() -> Chunks.with(whole, whole.size(), 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void isImmutableAndKnowsItsBounds() {
        List<String> list = Chunks.plus(List.of(), "a");
        assertThatThrownBy(() -> list.add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
