package plantao.playbook.screen;

/// Select Graphic Rendition (ECMA-48 8.3.117, colours as ISO 8613-6 and xterm have them): changes a pen.
final class Sgr {
    private Sgr() {}

    /// @param parameters of the sequence, at least one
    /// @return the look behind it; what is not understood changes nothing
    static long apply(long look, Parameters parameters) {
        long now = look;
        for (int i = 0; i < parameters.count(); i++) {
            int code = parameters.get(i, 0);
            if (code == 38 || code == 48) {
                int colour;
                if (parameters.parts(i) > 1) {
                    colour = joined(parameters, i);
                } else {
                    colour = colour(parameters.get(i + 1, -1), parameters, i + 2);
                    i += parameters.get(i + 1, -1) == 2 ? 4 : 2;
                }
                now = colour < 0 ? now : code == 38 ? Pen.foreground(now, colour) : Pen.background(now, colour);
            } else if (code == 58) {
                i += parameters.parts(i) > 1 ? 0 : parameters.get(i + 1, -1) == 2 ? 4 : 2;
            } else {
                now = simple(now, code, parameters.parts(i) > 1 ? parameters.part(i, 1, 1) : 1);
            }
        }
        return now;
    }

    /// `38:5:n`, `38:2:r:g:b` or `38:2:space:r:g:b`.
    private static int joined(Parameters parameters, int at) {
        int parts = parameters.parts(at);
        if (parameters.part(at, 1, -1) == 5) {
            return palette(parameters.part(at, 2, -1));
        }
        int first = parts > 5 ? 3 : 2;
        return parameters.part(at, 1, -1) == 2
                ? direct(
                        parameters.part(at, first, 0),
                        parameters.part(at, first + 1, 0),
                        parameters.part(at, first + 2, 0))
                : -1;
    }

    private static int colour(int kind, Parameters parameters, int at) {
        return switch (kind) {
            case 5 -> palette(parameters.get(at, -1));
            case 2 -> direct(parameters.get(at, 0), parameters.get(at + 1, 0), parameters.get(at + 2, 0));
            default -> -1;
        };
    }

    private static int palette(int index) {
        return index < 0 || index > 255 ? -1 : index + 1;
    }

    private static int direct(int red, int green, int blue) {
        return Pen.DIRECT | Math.clamp(red, 0, 255) << 16 | Math.clamp(green, 0, 255) << 8 | Math.clamp(blue, 0, 255);
    }

    private static long simple(long look, int code, int style) {
        return switch (code) {
            case 0 -> Pen.PLAIN;
            case 1 -> look | Pen.BOLD;
            case 2 -> look | Pen.DIM;
            case 3 -> look | Pen.ITALIC;
            case 4 -> style == 0 ? look & ~Pen.UNDERLINE : look | Pen.UNDERLINE;
            case 7 -> look | Pen.INVERSE;
            case 8 -> look | Pen.HIDDEN;
            case 9 -> look | Pen.STRIKE;
            case 21 -> look | Pen.UNDERLINE;
            case 22 -> look & ~(Pen.BOLD | Pen.DIM);
            case 23 -> look & ~Pen.ITALIC;
            case 24 -> look & ~Pen.UNDERLINE;
            case 27 -> look & ~Pen.INVERSE;
            case 28 -> look & ~Pen.HIDDEN;
            case 29 -> look & ~Pen.STRIKE;
            case 39 -> Pen.foreground(look, 0);
            case 49 -> Pen.background(look, 0);
            default -> ranged(look, code);
        };
    }

    private static long ranged(long look, int code) {
        if (code >= 30 && code <= 37) {
            return Pen.foreground(look, code - 29);
        }
        if (code >= 40 && code <= 47) {
            return Pen.background(look, code - 39);
        }
        if (code >= 90 && code <= 97) {
            return Pen.foreground(look, code - 81);
        }
        return code >= 100 && code <= 107 ? Pen.background(look, code - 91) : look;
    }
}
