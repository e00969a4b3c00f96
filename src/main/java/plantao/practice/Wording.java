package plantao.practice;

/// Says what came of a start.
final class Wording {
    private Wording() {}

    static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up up -> "running, pid " + up.pid();
            case Outcome.Died died ->
                "it exited with status " + died.exit() + " as soon as it started; last line of its log: " + died.log();
            case Outcome.Late late -> "it was not ready after " + late.seconds() + " s";
            case Outcome.Held _ -> "suspended, it runs once it is resumed";
            case Outcome.NotStarted not -> not.reason();
        };
    }
}
