package plantao.runbook.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Groups of phrases to look for in folded texts, all of them in one walk (a trie of their characters). What is
/// part of no word counts as one space.
public final class Terms {
    private static final int NONE = Integer.MAX_VALUE;

    private final List<List<String>> groups;
    // Made when first asked for: most lists are never needed by most runbooks. Who comes at the same time makes it
    // twice.
    private @Nullable Trie trie;

    private Terms(List<List<String>> groups) {
        this.groups = groups;
    }

    /// One group.
    ///
    /// @param phrases folded
    public static Terms of(List<String> phrases) {
        return new Terms(List.of(List.copyOf(phrases)));
    }

    /// Several groups, in the order in which they count.
    ///
    /// @param groups folded phrases
    public static Terms grouped(List<List<String>> groups) {
        return new Terms(List.copyOf(groups));
    }

    /// Whether one of the phrases stands in the folded text, at word borders.
    public boolean in(String folded) {
        return first(folded) >= 0;
    }

    /// The number, from 0, of the first group that has a phrase in the folded text, at word borders; or -1.
    public int first(String folded) {
        Trie words = trie();
        int best = NONE;
        boolean inside = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            boolean part = isPart(c);
            if (part && !inside) {
                best = Math.min(best, words.from(folded, i));
            }
            inside = part;
            i += Character.charCount(c);
        }
        return best == NONE ? -1 : best;
    }

    /// Whether the folded text begins with one of the phrases, at a word border.
    public boolean begin(String folded) {
        return trie().begins(folded);
    }

    private Trie trie() {
        Trie known = trie;
        if (known == null) {
            known = new Trie();
            for (int g = 0; g < groups.size(); g++) {
                for (String phrase : groups.get(g)) {
                    known.add(phrase, g);
                }
            }
            trie = known;
        }
        return known;
    }

    private static boolean isPart(int c) {
        return Letters.isWord(c) || c == '\'' || c == '/' || c == '-';
    }

    private static final class Trie {
        private final int[] roots = new int[128];
        private char[] letters = new char[64];
        private int[] children = new int[64];
        private int[] siblings = new int[64];
        private int[] groups = new int[64];
        // Node 0 is the root.
        private int size = 1;

        private void add(String phrase, int group) {
            int node = 0;
            for (int i = 0; i < phrase.length(); i++) {
                int next = child(node, phrase.charAt(i));
                node = next == 0 ? grown(node, phrase.charAt(i)) : next;
            }
            groups[node] = Math.min(groups[node], group);
        }

        private int grown(int parent, char letter) {
            if (size == letters.length) {
                letters = Arrays.copyOf(letters, size * 2);
                children = Arrays.copyOf(children, size * 2);
                siblings = Arrays.copyOf(siblings, size * 2);
                groups = Arrays.copyOf(groups, size * 2);
            }
            letters[size] = letter;
            groups[size] = NONE;
            siblings[size] = children[parent];
            children[parent] = size;
            if (parent == 0 && letter < roots.length) {
                roots[letter] = size;
            }
            return size++;
        }

        private int child(int node, char letter) {
            if (node == 0 && letter < roots.length) {
                return roots[letter];
            }
            int at = children[node];
            while (at != 0 && letters[at] != letter) {
                at = siblings[at];
            }
            return at;
        }

        /// The first group with a phrase of whole words that begins here.
        private int from(String text, int start) {
            int best = NONE;
            int node = 0;
            int i = start;
            while (true) {
                boolean inside = i < text.length() && isPart(text.codePointAt(i));
                if (!inside) {
                    best = Math.min(best, groups[node]);
                    while (i < text.length() && !isPart(text.codePointAt(i))) {
                        i++;
                    }
                    if (i == text.length()) {
                        return best;
                    }
                }
                node = child(node, inside ? text.charAt(i++) : ' ');
                if (node == 0) {
                    return best;
                }
            }
        }

        private boolean begins(String text) {
            int node = 0;
            for (int i = 0; i < text.length(); i++) {
                node = child(node, text.charAt(i));
                if (node == 0) {
                    return false;
                }
                boolean ends = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
                if (ends && groups[node] != NONE) {
                    return true;
                }
            }
            return false;
        }
    }
}
