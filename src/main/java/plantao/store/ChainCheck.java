package plantao.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Goes along the chains and finds what is not as it was written. Rows come by device and number.
final class ChainCheck {
    private final List<ChainProblem> problems = new ArrayList<>();
    private final Map<String, ChainHead> walked = new HashMap<>();
    private final Map<UUID, Row> redacted = new HashMap<>();
    private final Set<String> redactions = new HashSet<>();
    private ChainHead last = ChainHead.none("");

    void add(Row row) {
        if (!row.device().equals(last.device())) {
            last = ChainHead.none(row.device());
        }
        link(row);
        content(row);
        last = ChainHead.of(row);
        walked.put(row.device(), last);
    }

    private void link(Row row) {
        long gap = row.number() - last.number() - 1;
        if (gap > 0) {
            problems.add(missing(row.device(), last.number() + 1, row.number() - 1));
        } else if (!row.chainPrev().equals(last.hash())) {
            problems.add(problem(ChainProblem.Kind.ORDER, row, "does not follow the entry before it"));
        }
    }

    private void content(Row row) {
        if (!row.chainHash().equals(row.expectedHash())) {
            problems.add(problem(ChainProblem.Kind.CHANGED, row, "was changed after it was written"));
        } else if (row.redactedBy() != null) {
            redacted.put(row.id(), row);
        } else if (!Chain.sha256(row.detail()).equals(row.detailHash())) {
            problems.add(problem(ChainProblem.Kind.CHANGED, row, "has another detail than was written"));
        }
        if (row.kind().equals("Redacted")) {
            redactions.add(row.id() + " " + row.subject());
        }
    }

    /// What was found, given where the chains should end.
    List<ChainProblem> against(List<ChainHead> heads) {
        Map<String, ChainHead> left = new HashMap<>(walked);
        for (ChainHead head : heads) {
            ChainHead end = left.remove(head.device());
            end(end == null ? ChainHead.none(head.device()) : end, head);
        }
        left.values().forEach(end -> end(end, ChainHead.none(end.device())));
        redacted.forEach((id, row) -> {
            if (!redactions.contains(row.redactedBy() + " " + id)) {
                problems.add(problem(ChainProblem.Kind.CHANGED, row, "was blanked, but no entry says so"));
            }
        });
        return List.copyOf(problems);
    }

    private void end(ChainHead found, ChainHead head) {
        if (found.number() < head.number()) {
            problems.add(missing(head.device(), found.number() + 1, head.number()));
        } else if (!found.hash().equals(head.hash())) {
            problems.add(new ChainProblem(
                    ChainProblem.Kind.ORDER,
                    head.device(),
                    found.number(),
                    null,
                    "The chain of " + head.device() + " does not end where it was left, at entry " + head.number()));
        }
    }

    private static ChainProblem missing(String device, long from, long to) {
        String which = from == to
                ? "Entry " + from + " of " + device + " is"
                : "Entries " + from + " to " + to + " of " + device + " are";
        return new ChainProblem(ChainProblem.Kind.MISSING, device, from, null, which + " missing");
    }

    private static ChainProblem problem(ChainProblem.Kind kind, Row row, String what) {
        String text =
                "Entry " + row.number() + " of " + row.device() + " (" + row.kind() + ", " + row.at() + ") " + what;
        return new ChainProblem(kind, row.device(), row.number(), row.id(), text);
    }
}
