package plantao.playbook;

/// The look that SGR sequences (ECMA-48, `ESC [ … m`) have set so far. Colours of larger palettes become the
/// nearest of the sixteen; backgrounds are left out: text must stay readable in both themes.
final class SgrState {
    static final int PLAIN = 0;
    private static final int BOLD = 1 << 8;
    private static final int DIM = 1 << 9;

    private int now = PLAIN;

    /// The look as one number, [#PLAIN] for none.
    int now() {
        return now;
    }

    void reset() {
        now = PLAIN;
    }

    /// Takes the parameters of a sequence (`1;31`); what is not understood changes nothing.
    void take(CharSequence parameters) {
        String[] parts = parameters.toString().split("[;:]", -1);
        for (int i = 0; i < parts.length; i++) {
            int code = number(parts[i]);
            if (code == 38 || code == 48) {
                boolean cube = i + 2 < parts.length && number(parts[i + 1]) == 5;
                boolean direct = i + 4 < parts.length && number(parts[i + 1]) == 2;
                if (code == 38 && cube) {
                    colour(nearest(number(parts[i + 2])));
                } else if (code == 38 && direct) {
                    colour(nearest(number(parts[i + 2]), number(parts[i + 3]), number(parts[i + 4])));
                }
                i += cube ? 2 : direct ? 4 : 0;
            } else {
                take(code);
            }
        }
    }

    private void take(int code) {
        if (code == 0) {
            now = PLAIN;
        } else if (code == 1) {
            now |= BOLD;
        } else if (code == 2) {
            now |= DIM;
        } else if (code == 22) {
            now &= ~(BOLD | DIM);
        } else if (code >= 30 && code <= 37) {
            colour(code - 30);
        } else if (code >= 90 && code <= 97) {
            colour(code - 82);
        } else if (code == 39) {
            colour(-1);
        }
    }

    private void colour(int colour) {
        now = now & (BOLD | DIM) | colour + 1;
    }

    private static int number(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// The nearest of sixteen to one of the 256 colours: the cube of 6×6×6, then 24 greys.
    private static int nearest(int of256) {
        if (of256 < 16) {
            return Math.max(0, of256);
        }
        if (of256 >= 232) {
            int grey = (of256 - 232) * 10 + 8;
            return nearest(grey, grey, grey);
        }
        int cube = of256 - 16;
        return nearest(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51);
    }

    private static int nearest(int red, int green, int blue) {
        int most = Math.max(red, Math.max(green, blue));
        if (most < 48) {
            return 0;
        }
        int bits = (red * 2 > most ? 1 : 0) | (green * 2 > most ? 2 : 0) | (blue * 2 > most ? 4 : 0);
        return most > 200 && bits != 7 ? bits + 8 : bits;
    }

    /// The stretch of a line that has this look.
    static TextStyle paint(int from, int to, int look) {
        return new TextStyle(from, to, (look & 0xff) - 1, (look & BOLD) != 0, (look & DIM) != 0);
    }
}
