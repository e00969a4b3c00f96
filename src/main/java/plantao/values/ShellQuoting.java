package plantao.values;

/// Reads the parts of a shell word: quotes, expansions, backticks, calculations.
final class ShellQuoting {
    private final ShellCursor c;
    /// Reads the commands of a `$( … )` to behind its end.
    private final Runnable substitution;

    ShellQuoting(ShellCursor cursor, Runnable substitution) {
        c = cursor;
        this.substitution = substitution;
    }

    /// One character or quoted stretch of a c.word outside quotes.
    void piece(char next) {
        switch (next) {
            case '\\' -> c.take(ShellContext.PLAIN, 2);
            case '\'' -> single(ShellContext.SINGLE);
            case '"' -> {
                c.take(ShellContext.PLAIN, 1);
                quoted('"', ShellContext.DOUBLE, c.text.length());
                c.take(ShellContext.PLAIN, 1);
            }
            case '`' -> backtick();
            case '$' -> dollar(ShellContext.PLAIN);
            default -> c.take(ShellContext.PLAIN, 1);
        }
    }

    /// Text in which only `\`, `$` and backticks are special, up to `end` or the closing quote (0 for none).
    void quoted(char close, ShellContext context, int end) {
        while (c.pos < end && (close == 0 || c.text.charAt(c.pos) != close)) {
            switch (c.text.charAt(c.pos)) {
                case '\\' -> c.take(context, 2);
                case '$' -> dollar(context);
                case '`' -> backtick();
                default -> c.take(context, 1);
            }
        }
    }

    private void single(ShellContext context) {
        c.take(ShellContext.PLAIN, 1);
        while (c.pos < c.text.length() && c.text.charAt(c.pos) != '\'') {
            c.take(context, context == ShellContext.ANSI && c.text.charAt(c.pos) == '\\' ? 2 : 1);
        }
        c.take(ShellContext.PLAIN, 1);
    }

    private void backtick() {
        c.take(ShellContext.BACKTICK, 1);
        while (c.pos < c.text.length() && c.text.charAt(c.pos) != '`') {
            if (c.text.charAt(c.pos) == '$') {
                dollar(ShellContext.BACKTICK);
            } else {
                c.take(ShellContext.BACKTICK, c.text.charAt(c.pos) == '\\' ? 2 : 1);
            }
        }
        c.take(ShellContext.BACKTICK, 1);
    }

    private void dollar(ShellContext context) {
        if (context == ShellContext.PLAIN && c.text.startsWith("$'", c.pos)) {
            c.take(ShellContext.PLAIN, 1);
            single(ShellContext.ANSI);
        } else if (c.text.startsWith("$((", c.pos) && c.text.indexOf("))", c.pos) > 0) {
            arithmetic(3);
        } else if (c.text.startsWith("$(", c.pos)) {
            c.take(context, 2);
            substitution.run();
        } else if (c.text.startsWith("${", c.pos)) {
            braces(context);
        } else {
            int start = c.pos;
            int end = nameEnd(c.pos + 1);
            c.take(context, Math.max(1, end - c.pos));
            if (end > start + 1) {
                c.uses.add(new ShellLayout.Use(start, end, c.text.substring(start + 1, end), "", context, c.word));
            }
        }
    }

    private void braces(ShellContext context) {
        int start = c.pos;
        int nameEnd = nameEnd(c.pos + 2);
        int depth = 1;
        c.take(ShellContext.EXPANSION, 2);
        while (c.pos < c.text.length() && depth > 0) {
            char next = c.text.charAt(c.pos);
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            c.take(ShellContext.EXPANSION, next == '\\' ? 2 : 1);
        }
        if (nameEnd > start + 2 && depth == 0 && nameEnd < c.pos) {
            String rest = c.text.substring(nameEnd, c.pos - 1);
            c.uses.add(new ShellLayout.Use(start, c.pos, c.text.substring(start + 2, nameEnd), rest, context, c.word));
        }
    }

    void arithmetic(int opening) {
        int depth = 0;
        int end = c.pos + opening;
        c.take(ShellContext.ARITHMETIC, opening);
        while (c.pos < c.text.length()) {
            char next = c.text.charAt(c.pos);
            if (next == ')' && depth == 0 && c.pos >= end) {
                c.take(ShellContext.ARITHMETIC, 2);
                return;
            }
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (next == '$') {
                dollar(ShellContext.ARITHMETIC);
            } else {
                c.take(ShellContext.ARITHMETIC, 1);
            }
        }
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < c.text.length() && isName(c.text.charAt(end), end > from)) {
            end++;
        }
        return end;
    }

    private static boolean isName(char next, boolean later) {
        return next == '_'
                || next >= 'a' && next <= 'z'
                || next >= 'A' && next <= 'Z'
                || later && next >= '0' && next <= '9';
    }
}
