package plantao.playbook.screen;

/// What a terminal sends for a key, as xterm does ("PC-style" function keys, modifiers as its parameter).
public final class Keys {
    /// Keys that are no characters.
    public enum Key {
        UP('A'),
        DOWN('B'),
        RIGHT('C'),
        LEFT('D'),
        END('F'),
        HOME('H'),
        F1('P'),
        F2('Q'),
        F3('R'),
        F4('S'),
        INSERT(2),
        DELETE(3),
        PAGE_UP(5),
        PAGE_DOWN(6),
        F5(15),
        F6(17),
        F7(18),
        F8(19),
        F9(20),
        F10(21),
        F11(23),
        F12(24),
        ENTER(0),
        TAB(0),
        BACKSPACE(0),
        ESCAPE(0);

        private final int code;

        Key(int code) {
            this.code = code;
        }
    }

    private static final String ESC = "\u001b";

    private Keys() {}

    /// @param cursorKeys whether the program wants arrows in their application form
    public static String of(Key key, boolean shift, boolean alt, boolean control, boolean cursorKeys) {
        int modifiers = 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0);
        String meta = alt ? ESC : "";
        return switch (key) {
            case ENTER -> meta + "\r";
            case TAB -> shift ? ESC + "[Z" : meta + "\t";
            case BACKSPACE -> meta + (control ? "\b" : "\u007f");
            case ESCAPE -> meta + ESC;
            case F1, F2, F3, F4 -> modifiers == 1 ? ESC + "O" + (char) key.code : modified(key, modifiers);
            case UP, DOWN, RIGHT, LEFT, HOME, END ->
                modifiers == 1 ? ESC + (cursorKeys ? "O" : "[") + (char) key.code : modified(key, modifiers);
            default -> ESC + "[" + key.code + (modifiers == 1 ? "" : ";" + modifiers) + "~";
        };
    }

    private static String modified(Key key, int modifiers) {
        return ESC + "[1;" + modifiers + (char) key.code;
    }

    /// A character with Control: `a`–`z`, `@`, space and the others that have one (ECMA-48's C0); empty for one
    /// that has none.
    public static String control(int character, boolean alt) {
        int upper = Character.toUpperCase(character);
        int code = switch (upper) {
            case ' ', '2', '@' -> 0;
            case '3' -> 0x1b;
            case '4' -> 0x1c;
            case '5' -> 0x1d;
            case '6' -> 0x1e;
            case '7', '/', '-' -> 0x1f;
            case '8', '?' -> 0x7f;
            default -> upper >= 'A' && upper <= '_' ? upper - 0x40 : -1;
        };
        return code < 0 ? "" : (alt ? ESC : "") + (char) code;
    }

    /// How many lines a text would be sent as: one that ends in a line break is sent at once, so it counts as two.
    public static int lines(String text) {
        return 1 + (int) broken(text).chars().filter(c -> c == '\n').count();
    }

    private static String broken(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// A text as it is pasted: lines end as Enter does, and nothing in it can end the paste or steer the program.
    ///
    /// @param marked whether the program wants pastes between marks
    public static String paste(String text, boolean marked) {
        StringBuilder clean = new StringBuilder();
        broken(text).codePoints().forEach(c -> {
            if (c == '\n') {
                clean.append('\r');
            } else if (c == '\t' || c >= 0x20 && c != 0x7f && (c < 0x80 || c > 0x9f)) {
                clean.appendCodePoint(c);
            }
        });
        return marked ? ESC + "[200~" + clean + ESC + "[201~" : clean.toString();
    }
}
