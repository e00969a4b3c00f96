package plantao.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The words of up to [#SIZE] entries with consecutive numbers, with the places of the entries that hold each.
final class WordBlock {
    static final int SIZE = 4096;

    /// The length at which a page is full.
    private static final int PAGE = 4000;

    /// Gaps between places are written as characters from here on: none of them is a control character or half a
    /// pair.
    private static final int FIRST = ' ';

    private final Map<String, BitSet> words = new HashMap<>();
    private long entries;
    private Instant oldest = Instant.MAX;
    private Instant newest = Instant.MIN;

    /// One page of it.
    ///
    /// @param first its first word
    record Page(String first, String body) {}

    void add(int place, Row row, Tokens tokens) {
        for (String token : tokens.of(row)) {
            words.computeIfAbsent(token, _ -> new BitSet()).set(place);
        }
        entries++;
        oldest = row.at().isBefore(oldest) ? row.at() : oldest;
        newest = row.at().isAfter(newest) ? row.at() : newest;
    }

    long entries() {
        return entries;
    }

    Instant oldest() {
        return oldest;
    }

    Instant newest() {
        return newest;
    }

    /// The places whose words begin so.
    BitSet places(String beginning) {
        BitSet all = new BitSet(SIZE);
        words.forEach((word, places) -> {
            if (word.startsWith(beginning)) {
                all.or(places);
            }
        });
        return all;
    }

    /// Words and places as text: a line each, `word<tab>gaps`.
    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        String first = "";
        for (Map.Entry<String, BitSet> word : new TreeMap<>(words).entrySet()) {
            if (body.isEmpty()) {
                first = word.getKey();
            }
            body.append(word.getKey()).append('\t');
            int last = -1;
            for (int place = word.getValue().nextSetBit(0); place >= 0; ) {
                body.append((char) (FIRST + place - last));
                last = place;
                place = word.getValue().nextSetBit(place + 1);
            }
            body.append('\n');
            if (body.length() >= PAGE) {
                pages.add(new Page(first, body.toString()));
                body.setLength(0);
            }
        }
        if (!body.isEmpty()) {
            pages.add(new Page(first, body.toString()));
        }
        return pages;
    }

    /// Adds the places of the words of a page that begin so.
    ///
    /// @return whether the next page may have more
    static boolean gather(String body, String beginning, BitSet into) {
        int at = 0;
        while (at < body.length()) {
            int tab = body.indexOf('\t', at);
            int end = body.indexOf('\n', tab);
            if (body.startsWith(beginning, at)) {
                int place = -1;
                for (int i = tab + 1; i < end; i++) {
                    place += body.charAt(i) - FIRST;
                    into.set(place);
                }
            } else if (compare(body, at, tab, beginning) > 0) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private static int compare(String body, int from, int to, String with) {
        int length = Math.min(to - from, with.length());
        for (int i = 0; i < length; i++) {
            int difference = body.charAt(from + i) - with.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return to - from - with.length();
    }
}
