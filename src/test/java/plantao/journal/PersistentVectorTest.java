package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentVectorTest {
    /// Past three levels of the trie: 32·32·32 and a tail.
    private static final int MANY = 34_000;

    @Test
    void holdsWhatWasAddedInOrder() {
        PersistentVector<Integer> vector = PersistentVector.empty();
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            assertThat(vector.size()).isEqualTo(i);
            vector = vector.plus(i);
            list.add(i);
        }
        assertThat(vector.equals(list)).isTrue();
        assertThat(PersistentVector.of(vector)).isSameAs(vector);
        assertThat(PersistentVector.of(list).equals(vector)).isTrue();
    }

    @Test
    void everyOlderVersionStaysAsItWas() {
        Random random = new Random(3);
        List<PersistentVector<Integer>> versions = new ArrayList<>();
        List<List<Integer>> copies = new ArrayList<>();
        PersistentVector<Integer> vector = PersistentVector.empty();
        for (int i = 0; i < 3_000; i++) {
            vector = random.nextInt(3) > 0 || vector.isEmpty()
                    ? vector.plus(i)
                    : vector.with(random.nextInt(vector.size()), -i);
            if (i % 97 == 0) {
                versions.add(vector);
                copies.add(List.copyOf(vector));
            }
        }
        assertThat(versions.equals(copies)).isTrue();
    }

    @Test
    void changesOnePlaceAnywhere() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            list.add(i);
        }
        PersistentVector<Integer> vector = PersistentVector.of(list);
        for (int place : new int[] {0, 31, 32, 1023, 1024, 1055, 1056, 32_767, 32_768, MANY - 1}) {
            vector = vector.with(place, -place - 1);
            list.set(place, -place - 1);
        }
        assertThat(vector.equals(list)).isTrue();
    }

    @Test
    void aPlaceOutsideIsRefused() {
        PersistentVector<Integer> vector = PersistentVector.of(List.of(1, 2, 3));

        assertThatThrownBy(() -> vector.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> vector.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> vector.with(3, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
