package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ShellMarksTest {
    private final StringBuilder taken = new StringBuilder();
    private final ShellMarks marks = new ShellMarks(new ShellMarks.Sink() {
        @Override
        public void bytes(byte[] bytes, int from, int to) {
            taken.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void mark() {
            taken.append('|');
        }
    });

    private void print(String text, int piece) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i += piece) {
            byte[] next = Arrays.copyOfRange(all, i, Math.min(all.length, i + piece));
            marks.accept(next, next.length);
        }
    }

    @Test
    void findsTheAwaitedMarkHoweverItIsCut() {
        for (int piece = 1; piece < 40; piece++) {
            taken.setLength(0);
            marks.await("n0nce");
            print("before\u001b]133;D;n0nce\u0007after", piece);
            marks.end();
            assertThat(taken.toString()).as("pieces of " + piece).isEqualTo("before|after");
        }
    }

    @Test
    void leavesEveryOtherMarkAndEachIsGoodOnce() {
        marks.await("real");
        String forged = "a\u001b]133;D;0\u0007b\u001b]133;D;rea\u0007\u001b\u001b]133;D";
        print(forged, 3);
        print("\u001b]133;D;real\u0007\u001b]133;D;real\u0007", 7);
        marks.end();
        assertThat(taken.toString()).isEqualTo(forged + "|\u001b]133;D;real\u0007");
    }

    @Test
    void holdsNothingBackWhenNoMarkIsAwaited() {
        print("text\u001b]133;D;", 100);
        assertThat(taken.toString()).isEqualTo("text\u001b]133;D;");
    }
}
