package plantao.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import plantao.journal.Entry;
import plantao.journal.FoldedText;
import plantao.journal.SearchQuery;
import plantao.journal.SearchResult;

/// Finds entries by their words. Whole blocks of entries lie in tables, the last one, which still grows, in memory.
/// Callers see to it that one thread at a time is in here.
final class SearchIndex {
    private static final int FETCH = 64;
    private static final int FEW = 4;
    private static final int MANY = 64;
    private static final int PAGES_A_BLOCK = 1 << 12;

    /// @param firsts the first word of each page
    private record Block(Instant oldest, Instant newest, String[] firsts) {}

    private final Tokens tokens = new Tokens();
    private final DetailCodec codec;
    private final ConcurrentSkipListMap<Long, Block> blocks = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private boolean known;
    private WordBlock tail = new WordBlock();
    private long tailBlock = -1;
    private long seen = -1;

    SearchIndex(DetailCodec codec) {
        this.codec = codec;
    }

    /// A block that became whole.
    record Whole(long number, WordBlock block) {}

    /// Takes in what was saved since, up to the end of a block. Inside a transaction, which only reads.
    ///
    /// @return the block that is whole now and has to be [kept][#keep]; empty when everything is taken in
    Optional<Whole> catchUp(Handle h) {
        know(h);
        if (tailBlock < 0) {
            tailBlock = blocks.isEmpty() ? 0 : blocks.firstKey() + 1;
            seen = tailBlock * WordBlock.SIZE - 1;
            tail = new WordBlock();
        }
        try (Stream<Numbered> rows = h
                .createQuery(Sql.ROWS_SINCE)
                .bind("seq", seen)
                .setFetchSize(1000)
                .map((set, _) -> new Numbered(set.getLong("seq"), Row.of(set)))
                .stream()) {
            for (Numbered r : (Iterable<Numbered>) rows::iterator) {
                if (r.seq() >= (tailBlock + 1) * WordBlock.SIZE) {
                    Whole whole = new Whole(tailBlock, tail);
                    tailBlock++;
                    tail = new WordBlock();
                    return Optional.of(whole);
                }
                tail.add((int) (r.seq() % WordBlock.SIZE), r.row(), tokens);
                seen = r.seq();
            }
        }
        return Optional.empty();
    }

    /// @param seq the number it was saved under
    private record Numbered(long seq, Row row) {}

    private void know(Handle h) {
        if (known) {
            return;
        }
        h.createQuery(Sql.BLOCKS)
                .map((set, _) -> Map.entry(
                        set.getLong("block"),
                        new Block(
                                set.getObject("oldest", OffsetDateTime.class).toInstant(),
                                set.getObject("newest", OffsetDateTime.class).toInstant(),
                                set.getString("firsts").split("\n"))))
                .forEach(e -> blocks.put(e.getKey(), e.getValue()));
        known = true;
    }

    /// Forgets what is in memory: the tables were changed, or a transaction was undone.
    void forget() {
        known = false;
        blocks.clear();
        tailBlock = -1;
    }

    /// Writes a whole block, over what was there. Inside a transaction.
    void keep(Handle h, long number, WordBlock block) {
        h.createUpdate(Sql.FORGET_PAGES)
                .bind("from", number * PAGES_A_BLOCK)
                .bind("to", (number + 1) * PAGES_A_BLOCK)
                .execute();
        h.createUpdate(Sql.FORGET_BLOCK).bind("block", number).execute();
        List<WordBlock.Page> pages = block.pages();
        PreparedBatch batch = h.prepareBatch(Sql.KEEP_PAGE);
        for (int i = 0; i < pages.size(); i++) {
            batch.bind("id", number * PAGES_A_BLOCK + i)
                    .bind("body", pages.get(i).body())
                    .add();
        }
        if (!pages.isEmpty()) {
            batch.execute();
        }
        String[] firsts = pages.stream().map(WordBlock.Page::first).toArray(String[]::new);
        Instant oldest = block.entries() == 0 ? Instant.EPOCH : block.oldest();
        Instant newest = block.entries() == 0 ? Instant.EPOCH : block.newest();
        h.createUpdate(Sql.KEEP_BLOCK)
                .bind("block", number)
                .bind("entries", block.entries())
                .bind("oldest", oldest.atOffset(ZoneOffset.UTC))
                .bind("newest", newest.atOffset(ZoneOffset.UTC))
                .bind("firsts", String.join("\n", firsts))
                .execute();
        blocks.put(number, new Block(oldest, newest, firsts));
    }

    /// The newest entries that a search asks for. Inside a transaction, after [#catchUp].
    SearchResult find(Handle h, SearchQuery search, int most) {
        List<String> terms = search.terms().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        List<Entry> found = new ArrayList<>();
        if (add(h, search, tailBlock, places(terms, tail), most, found)) {
            return new SearchResult(found.subList(0, most), true);
        }
        List<Map.Entry<Long, Block>> all = blocks.entrySet().stream()
                .filter(b -> search.from() == null || !b.getValue().newest().isBefore(search.from()))
                .filter(b -> search.to() == null || b.getValue().oldest().isBefore(search.to()))
                .toList();
        // What is common is found in the first few; what is rare is looked for in many at a time.
        int width = 1;
        for (int at = 0; at < all.size(); at += width, width = Math.min(MANY, width * FEW)) {
            List<Map.Entry<Long, Block>> some = all.subList(at, Math.min(all.size(), at + width));
            Map<Long, String> pages = pages(h, terms, some);
            for (Map.Entry<Long, Block> block : some) {
                BitSet places = places(h, terms, block.getKey(), block.getValue(), pages);
                if (add(h, search, block.getKey(), places, most, found)) {
                    return new SearchResult(found.subList(0, most), true);
                }
            }
        }
        return new SearchResult(found, false);
    }

    /// The page of each block where each word would begin, by its id.
    private static Map<Long, String> pages(Handle h, List<String> terms, List<Map.Entry<Long, Block>> blocks) {
        Set<Long> ids = new TreeSet<>();
        blocks.forEach(b -> terms.forEach(term -> ids.add(b.getKey() * PAGES_A_BLOCK + page(term, b.getValue()))));
        Map<Long, String> pages = new HashMap<>();
        if (!ids.isEmpty()) {
            h.createQuery(Sql.SOME_PAGES)
                    .bindList("ids", List.copyOf(ids))
                    .map((set, _) -> Map.entry(set.getLong("id"), set.getString("body")))
                    .forEach(page -> pages.put(page.getKey(), page.getValue()));
        }
        return pages;
    }

    private static int page(String term, Block block) {
        int at = Arrays.binarySearch(block.firsts(), term);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    private static BitSet places(List<String> terms, WordBlock block) {
        BitSet all = every();
        terms.forEach(term -> all.and(block.places(term)));
        return all;
    }

    private static BitSet places(Handle h, List<String> terms, long number, Block block, Map<Long, String> pages) {
        BitSet all = every();
        for (String term : terms) {
            if (all.isEmpty()) {
                return all;
            }
            BitSet places = new BitSet(WordBlock.SIZE);
            boolean more = true;
            for (int page = page(term, block); more && page < block.firsts().length; page++) {
                String body = pages.computeIfAbsent(number * PAGES_A_BLOCK + page, id -> page(h, id));
                more = WordBlock.gather(body, term, places);
            }
            all.and(places);
        }
        return all;
    }

    private static String page(Handle h, long id) {
        return h.createQuery(Sql.PAGE)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    private static BitSet every() {
        BitSet all = new BitSet(WordBlock.SIZE);
        all.set(0, WordBlock.SIZE);
        return all;
    }

    /// Adds the entries at these places, the newest first.
    ///
    /// @return whether there are more than were asked for
    private boolean add(Handle h, SearchQuery search, long block, BitSet places, int most, List<Entry> found) {
        int last = places.length() - 1;
        while (last >= 0) {
            List<Long> some = new ArrayList<>();
            for (; last >= 0 && some.size() < FETCH; last = places.previousSetBit(last - 1)) {
                some.add(block * WordBlock.SIZE + last);
            }
            List<Entry> entries = h.createQuery(Sql.NUMBERED)
                    .bindList("seqs", some)
                    .map((set, _) -> Row.entry(set, codec))
                    .list();
            for (Entry entry : entries) {
                if (search.within(entry.at()) && holds(entry, search.phrases())) {
                    found.add(entry);
                    if (found.size() > most) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean holds(Entry entry, List<String> phrases) {
        if (phrases.isEmpty()) {
            return true;
        }
        String text = FoldedText.text(
                String.join("\n", entry.operator(), entry.system(), entry.subject(), codec.plain(entry.detail())));
        return phrases.stream().allMatch(text::contains);
    }

    /// Makes every whole block anew from the entries, and replaces those that differ. Inside a transaction.
    ///
    /// @return what was wrong, a line each
    List<String> compare(Handle h) {
        forget();
        know(h);
        List<String> wrong = new ArrayList<>();
        for (long number : new TreeMap<>(blocks).keySet()) {
            WordBlock fresh = made(h, number);
            List<WordBlock.Page> pages = fresh.pages();
            List<String> bodies = pages.stream().map(WordBlock.Page::body).toList();
            List<String> kept = h.createQuery(Sql.PAGES)
                    .bind("from", number * PAGES_A_BLOCK)
                    .bind("to", (number + 1) * PAGES_A_BLOCK)
                    .mapTo(String.class)
                    .list();
            Block block = blocks.get(number);
            boolean timed = block != null
                    && (fresh.entries() == 0
                            || block.oldest().equals(fresh.oldest())
                                    && block.newest().equals(fresh.newest()));
            if (!timed || !bodies.equals(kept)) {
                keep(h, number, fresh);
                wrong.add("The search index of the entries numbered " + number * WordBlock.SIZE + " to "
                        + ((number + 1) * WordBlock.SIZE - 1) + " was not what they say; it was made anew");
            }
        }
        return wrong;
    }

    private WordBlock made(Handle h, long number) {
        WordBlock block = new WordBlock();
        h.createQuery(Sql.ROWS_BETWEEN)
                .bind("from", number * WordBlock.SIZE)
                .bind("to", (number + 1) * WordBlock.SIZE)
                .map((set, _) -> new Numbered(set.getLong("seq"), Row.of(set)))
                .forEach(r -> block.add((int) (r.seq() % WordBlock.SIZE), r.row(), tokens));
        return block;
    }

    /// An entry was changed: its block is made anew. Inside a transaction.
    void changed(Handle h, long seq) {
        know(h);
        long number = seq / WordBlock.SIZE;
        if (blocks.containsKey(number)) {
            keep(h, number, made(h, number));
        } else {
            tailBlock = -1;
        }
    }
}
