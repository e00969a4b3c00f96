package plantao.journal;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;

/// An immutable list that grows cheaply: [#plus] shares all but a few blocks with the list it was called on, and both
/// stay as they are. A tree of blocks of 32 with the last block apart, as in Clojure's vectors: adding copies one block,
/// and every 32nd time the path to it; an element is found in log32(size) steps.
final class Chunks<E> extends AbstractList<E> implements RandomAccess {
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final Object[] NONE = {};
    private static final Chunks<?> EMPTY = new Chunks<>(0, BITS, NONE, NONE);

    private final int size;
    private final int shift;
    private final Object[] root;
    private final Object[] tail;

    private Chunks(int size, int shift, Object[] root, Object[] tail) {
        this.size = size;
        this.shift = shift;
        this.root = root;
        this.tail = tail;
    }

    /// The list with one more element at its end. Any list may be given; one that this method made is shared, not copied.
    static <E> List<E> plus(List<E> list, E element) {
        return of(list).added(element);
    }

    /// The list with another element in place of the one at `index`.
    static <E> List<E> with(List<E> list, int index, E element) {
        Objects.checkIndex(index, list.size());
        return of(list).replaced(index, element);
    }

    @SuppressWarnings("unchecked") // the empty list holds nothing
    private static <E> Chunks<E> of(List<E> list) {
        if (list instanceof Chunks<E> chunks) {
            return chunks;
        }
        Chunks<E> all = (Chunks<E>) EMPTY;
        for (E element : list) {
            all = all.added(element);
        }
        return all;
    }

    private Chunks<E> added(E element) {
        if (tail.length < WIDTH) {
            return new Chunks<>(size + 1, shift, root, added(tail, element));
        }
        boolean full = (size >>> BITS) > (1 << shift);
        Object[] grown = full ? new Object[] {root, path(shift, tail)} : pushed(shift, root, tail);
        return new Chunks<>(size + 1, full ? shift + BITS : shift, grown, new Object[] {element});
    }

    /// The node with the full block below it, at its right edge.
    private Object[] pushed(int level, Object[] node, Object[] block) {
        int at = ((size - 1) >>> level) & (WIDTH - 1);
        if (level == BITS) {
            return added(node, block);
        }
        if (at < node.length) {
            Object[] copy = node.clone();
            copy[at] = pushed(level - BITS, (Object[]) node[at], block);
            return copy;
        }
        return added(node, path(level - BITS, block));
    }

    private Chunks<E> replaced(int index, E element) {
        return index >= size - tail.length
                ? new Chunks<>(size, shift, root, replaced(0, tail, index, element))
                : new Chunks<>(size, shift, replaced(shift, root, index, element), tail);
    }

    private static Object[] replaced(int level, Object[] node, int index, Object element) {
        Object[] copy = node.clone();
        int at = (index >>> level) & (WIDTH - 1);
        copy[at] = level == 0 ? element : replaced(level - BITS, (Object[]) copy[at], index, element);
        return copy;
    }

    private static Object[] path(int level, Object[] block) {
        return level == 0 ? block : new Object[] {path(level - BITS, block)};
    }

    private static Object[] added(Object[] array, Object element) {
        Object[] longer = Arrays.copyOf(array, array.length + 1);
        longer[array.length] = element;
        return longer;
    }

    @Override
    @SuppressWarnings("unchecked") // only elements are put into the blocks
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("element " + index + " of " + size);
        }
        return (E) block(index)[index & (WIDTH - 1)];
    }

    private Object[] block(int index) {
        if (index >= size - tail.length) {
            return tail;
        }
        Object[] node = root;
        for (int level = shift; level > 0; level -= BITS) {
            node = (Object[]) node[(index >>> level) & (WIDTH - 1)];
        }
        return node;
    }

    /// Goes from block to block, so that a walk along a long list is as quick as along an array.
    @Override
    public Iterator<E> iterator() {
        return new Iterator<>() {
            private int next;
            private Object[] block = NONE;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            @SuppressWarnings("unchecked") // only elements are put into the blocks
            public E next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                int at = next & (WIDTH - 1);
                if (at == 0) {
                    block = block(next);
                }
                next++;
                return (E) block[at];
            }
        };
    }

    @Override
    public int size() {
        return size;
    }
}
