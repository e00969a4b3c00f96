package plantao.journal;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/// An immutable list that is cheap to lengthen and to change in one place: the new list shares all but one
/// path with the old one. It is a trie of 32-wide nodes with its last leaf held apart (Bagwell's vector
/// tries, as in Clojure).
///
/// @param <E> what it holds, never null
final class PersistentVector<E> extends AbstractList<E> implements RandomAccess {
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;
    private static final PersistentVector<?> EMPTY = new PersistentVector<>(0, BITS, new Object[0], new Object[0]);

    private final int size;

    /// How far an index is shifted right to give the place in the root.
    private final int shift;

    private final Object[] root;
    private final Object[] tail;

    private PersistentVector(int size, int shift, Object[] root, Object[] tail) {
        this.size = size;
        this.shift = shift;
        this.root = root;
        this.tail = tail;
    }

    /// Without elements.
    @SuppressWarnings("unchecked")
    static <E> PersistentVector<E> empty() {
        return (PersistentVector<E>) EMPTY;
    }

    /// These elements: the same object when they are such a vector already.
    static <E> PersistentVector<E> of(Iterable<E> elements) {
        if (elements instanceof PersistentVector<E> same) {
            return same;
        }
        PersistentVector<E> all = empty();
        for (E element : elements) {
            all = all.plus(element);
        }
        return all;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // every place below the size holds an element
    public E get(int index) {
        return (E) leaf(checked(index))[index & MASK];
    }

    /// This list with one more element at its end.
    PersistentVector<E> plus(E element) {
        if (size - tailStart() < WIDTH) {
            Object[] longer = Arrays.copyOf(tail, tail.length + 1);
            longer[tail.length] = element;
            return new PersistentVector<>(size + 1, shift, root, longer);
        }
        Object[] last = {element};
        boolean full = size >>> BITS > 1 << shift;
        if (full) {
            Object[] higher = {root, path(shift, tail)};
            return new PersistentVector<>(size + 1, shift + BITS, higher, last);
        }
        return new PersistentVector<>(size + 1, shift, pushed(shift, root), last);
    }

    /// This list with another element in place of one.
    ///
    /// @throws IndexOutOfBoundsException when there is none
    PersistentVector<E> with(int index, E element) {
        if (checked(index) >= tailStart()) {
            Object[] changed = tail.clone();
            changed[index & MASK] = element;
            return new PersistentVector<>(size, shift, root, changed);
        }
        return new PersistentVector<>(size, shift, replaced(shift, root, index, element), tail);
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("No element " + index + " in a list of " + size);
        }
        return index;
    }

    private int tailStart() {
        return size < WIDTH ? 0 : (size - 1) >>> BITS << BITS;
    }

    private Object[] leaf(int index) {
        if (index >= tailStart()) {
            return tail;
        }
        Object[] node = root;
        for (int level = shift; level > 0; level -= BITS) {
            node = child(node, index >>> level & MASK);
        }
        return node;
    }

    /// The full tail becomes a leaf below a copy of the path to it.
    private Object[] pushed(int level, Object[] node) {
        int place = (size - 1) >>> level & MASK;
        Object[] copy = Arrays.copyOf(node, Math.max(node.length, place + 1));
        if (level == BITS) {
            copy[place] = tail;
        } else {
            copy[place] = place < node.length ? pushed(level - BITS, child(node, place)) : path(level - BITS, tail);
        }
        return copy;
    }

    private static Object[] path(int level, Object[] leaf) {
        Object[] node = leaf;
        for (int up = 0; up < level; up += BITS) {
            node = new Object[] {node};
        }
        return node;
    }

    private static Object[] replaced(int level, Object[] node, int index, Object element) {
        Object[] copy = node.clone();
        int place = index >>> level & MASK;
        copy[place] = level == 0 ? element : replaced(level - BITS, child(node, place), index, element);
        return copy;
    }

    private static Object[] child(Object[] node, int place) {
        if (node[place] instanceof Object[] child) {
            return child;
        }
        throw new IllegalStateException("No node at " + place);
    }
}
