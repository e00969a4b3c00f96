package plantao.ui.playbook;

import javafx.scene.paint.Color;
import plantao.playbook.screen.Contrast;
import plantao.playbook.screen.Pen;

/// The colours of a terminal on this theme: those of the palette below 16 are the theme's, all others the
/// program's; text that could not be read on its background is moved towards black or white.
///
/// @param text the theme's own, red, green and blue, 8 bits each
/// @param ground likewise
record TerminalColours(int text, int ground) {
    private static final int[] DARK = {
        0x484f58, 0xff7b72, 0x3fb950, 0xd29922, 0x58a6ff, 0xbc8cff, 0x39c5cf, 0xb1bac4, 0x6e7681, 0xffa198, 0x56d364,
        0xe3b341, 0x79c0ff, 0xd2a8ff, 0x56d4dd, 0xf0f6fc
    };
    private static final int[] LIGHT = {
        0x24292f, 0xcf222e, 0x116329, 0x8a5a00, 0x0969da, 0x8250df, 0x1b7c83, 0xd0d7de, 0x57606a, 0xa40e26, 0x1a7f37,
        0x9a6700, 0x218bff, 0xa475f9, 0x3192aa, 0xf6f8fa
    };
    private static final double FAINT = 0.4;

    static TerminalColours of(Color text, Color ground) {
        return new TerminalColours(number(text), number(ground));
    }

    /// The background of a cell.
    int back(long look) {
        return Pen.has(look, Pen.INVERSE) ? front(look, Pen.foreground(look)) : own(Pen.background(look), ground);
    }

    /// Its text, readable on that background.
    int front(long look) {
        int back = back(look);
        if (Pen.has(look, Pen.HIDDEN)) {
            return back;
        }
        int front = Pen.has(look, Pen.INVERSE) ? own(Pen.background(look), ground) : front(look, Pen.foreground(look));
        return Contrast.readable(Pen.has(look, Pen.DIM) ? Contrast.mix(front, back, FAINT) : front, back);
    }

    /// Bold text in one of the first eight colours is bright, as most terminals have it.
    private int front(long look, int colour) {
        boolean brightens = Pen.has(look, Pen.BOLD) && colour >= 1 && colour <= 8;
        return own(brightens ? colour + 8 : colour, text);
    }

    private int own(int colour, int other) {
        if (colour == 0) {
            return other;
        }
        if ((colour & Pen.DIRECT) != 0) {
            return colour & 0xffffff;
        }
        int[] palette = Contrast.of(ground, 0xffffff) > Contrast.of(ground, 0) ? DARK : LIGHT;
        return colour <= palette.length ? palette[colour - 1] : Pen.rgb(colour - 1);
    }

    static Color color(int rgb) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static int number(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
