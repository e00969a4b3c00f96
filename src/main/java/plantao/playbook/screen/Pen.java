package plantao.playbook.screen;

/// How a cell looks, as one number: foreground in bits 0–24, background in bits 25–49, attributes above. A colour
/// is 0 for the default one, 1–256 for one of the palette (its number + 1), or [#DIRECT] with red, green and blue.
public final class Pen {
    public static final long PLAIN = 0;
    public static final long BOLD = 1L << 50;
    public static final long DIM = 1L << 51;
    public static final long ITALIC = 1L << 52;
    public static final long UNDERLINE = 1L << 53;
    public static final long INVERSE = 1L << 54;
    public static final long HIDDEN = 1L << 55;
    public static final long STRIKE = 1L << 56;

    /// Marks a colour that is given by its red, green and blue (8 bits each) rather than by a number.
    public static final int DIRECT = 1 << 24;

    private static final long COLOUR = (1L << 25) - 1;
    private static final int BACK = 25;

    private Pen() {}

    public static int foreground(long look) {
        return (int) (look & COLOUR);
    }

    public static int background(long look) {
        return (int) (look >> BACK & COLOUR);
    }

    public static boolean has(long look, long attribute) {
        return (look & attribute) != 0;
    }

    static long foreground(long look, int colour) {
        return look & ~COLOUR | colour;
    }

    static long background(long look, int colour) {
        return look & ~(COLOUR << BACK) | (long) colour << BACK;
    }

    /// What an erased cell looks like: the background goes on ("background colour erase"), the rest does not.
    static long erased(long look) {
        return look & COLOUR << BACK;
    }

    /// Red, green and blue (8 bits each) of a colour of the palette from 16 on: the cube of 6×6×6, then 24 greys.
    public static int rgb(int index) {
        if (index >= 232) {
            int grey = (index - 232) * 10 + 8;
            return grey << 16 | grey << 8 | grey;
        }
        int cube = Math.max(0, index - 16);
        return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6);
    }

    private static int level(int step) {
        return step == 0 ? 0 : step * 40 + 55;
    }
}
