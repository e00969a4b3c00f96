package plantao.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what of the arguments was not understood, what may have been meant, and where to read on.
final class UsageHint implements IParameterExceptionHandler {
    private static final int FARTHEST = 2;

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("plantao: " + e.getMessage());
        meant(e).ifPresent(word -> err.println("Did you mean " + word + "?"));
        err.println("`" + line.getCommandSpec().qualifiedName() + " --help` lists what there is.");
        return 2;
    }

    private static Optional<String> meant(ParameterException e) {
        String typed = switch (e) {
            case UnmatchedArgumentException unmatched ->
                unmatched.getUnmatched().getFirst();
            default -> e.getValue();
        };
        if (typed == null) {
            return Optional.empty();
        }
        Collection<String> verbs = e.getCommandLine().getSubcommands().keySet();
        List<String> options = e.getCommandLine().getCommandSpec().options().stream()
                .flatMap(o -> Stream.of(o.names()))
                .toList();
        return Stream.concat(verbs.stream(), options.stream())
                .filter(word -> distance(word, typed) <= Math.min(FARTHEST, (typed.length() - 1) / 2))
                .min(Comparator.comparingInt(word -> distance(word, typed)));
    }

    /// How many letters must be put in, taken out or changed (Levenshtein).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
