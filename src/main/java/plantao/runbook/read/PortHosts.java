package plantao.runbook.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// The host of services of which a table has the port only: the one on which the table's other rows or, where they
/// are silent, the runbook's commands ask one of these ports (`curl http://localhost:4100/health`).
///
/// @param texts the Markdown files
record PortHosts(Collection<String> texts) {
    private static final Expression PORT = Expression.of("^\\W{0,4}(\\d{2,5})\\b(?!\\s*-\\s*\\d)");
    private static final Expression ASKED = Expression.of("https?://([\\w.-]+):(\\d{2,5})\\b");

    /// The port that a cell begins with, or null.
    static @Nullable String port(Table.Row row, int column) {
        Matcher number = PORT.matcher(Words.plain(ColumnKinds.cell(row, column)));
        return number.lookingAt() ? number.group(1) : null;
    }

    /// The host, or null where several or none are asked.
    @Nullable
    String of(ColumnKinds c, int column) {
        Set<String> ports = new HashSet<>();
        Set<String> beside = new HashSet<>();
        for (Table.Row row : c.table().rows()) {
            String port = port(row, column);
            if (port != null) {
                ports.add(port);
                row.cells().forEach(cell -> asked(cell, Set.of(port), beside));
            }
        }
        if (beside.isEmpty() && !ports.isEmpty()) {
            texts.forEach(text -> asked(text, ports, beside));
        }
        return beside.size() == 1 ? beside.iterator().next() : null;
    }

    private static void asked(String text, Set<String> ports, Set<String> hosts) {
        Matcher asked = ASKED.matcher(text);
        while (asked.find()) {
            if (ports.contains(asked.group(2))) {
                hosts.add(asked.group(1));
            }
        }
    }
}
