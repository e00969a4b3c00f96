package plantao.walls;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How sources are laid out: palantir-java-format, with long comment lines wrapped beforehand, because it wraps
/// some `///` lines of 118 characters and more into the code.
final class Layout {
    private Layout() {}

    private static final int WIDTH = 116;
    private static final Pattern COMMENT = Pattern.compile("(\\s*///? )(.*)");
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    /// The source as it should be.
    ///
    /// @throws IllegalStateException when the formatter can't read it or would change its code
    static String of(String source) {
        try {
            // Not formatSourceAndFixImports: it also cuts long texts in pieces.
            String ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.PALANTIR);
            String wrapped = wrapped(RemoveUnusedImports.removeUnusedImports(ordered));
            String formatted = FORMATTER.formatSource(wrapped);
            if (!code(formatted).equals(code(wrapped))) {
                throw new IllegalStateException("the formatter breaks a comment; make its lines shorter");
            }
            return formatted;
        } catch (FormatterException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String wrapped(String source) {
        return source.lines().map(Layout::wrappedLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrappedLine(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (line.length() <= WIDTH || !comment.matches()) {
            return line;
        }
        int cut = line.lastIndexOf(' ', WIDTH);
        if (cut <= comment.end(1)) {
            return line;
        }
        return line.substring(0, cut) + "\n" + wrappedLine(comment.group(1) + line.substring(cut + 1));
    }

    /// Everything that is neither a line of comment nor blank.
    private static String code(String source) {
        return source.lines()
                .filter(line -> !line.strip().startsWith("//"))
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }
}
