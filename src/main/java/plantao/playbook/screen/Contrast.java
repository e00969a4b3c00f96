package plantao.playbook.screen;

/// Keeps text readable on whatever background a program chose: relative luminance and contrast as WCAG 2 defines
/// them. Colours are red, green and blue, 8 bits each.
public final class Contrast {
    /// What text needs (WCAG 2, AA).
    public static final double ENOUGH = 4.5;

    private static final int STEPS = 10;

    private Contrast() {}

    /// The colour itself where it can be read on that background, else the nearest one towards black or white that
    /// can.
    public static int readable(int text, int ground) {
        if (of(text, ground) >= ENOUGH) {
            return text;
        }
        int end = of(0xffffff, ground) > of(0, ground) ? 0xffffff : 0;
        for (int step = 1; step < STEPS; step++) {
            int mixed = mix(text, end, step / (double) STEPS);
            if (of(mixed, ground) >= ENOUGH) {
                return mixed;
            }
        }
        return end;
    }

    /// Between two colours: 0 the first, 1 the second.
    public static int mix(int first, int second, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int one = first >> shift & 0xff;
            int other = second >> shift & 0xff;
            mixed |= (int) Math.round(one + (other - one) * part) << shift;
        }
        return mixed;
    }

    /// From 1 (the same) to 21.
    public static double of(int one, int other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
