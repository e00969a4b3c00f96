package plantao.practice;

/// Says what came of a start.
final class StartWording {
    private StartWording() {}

    static String of(LaunchOutcome outcome) {
        return switch (outcome) {
            case LaunchOutcome.Up up -> "running, pid " + up.pid();
            case LaunchOutcome.Died died ->
                "it exited with status " + died.exit() + " as soon as it started; last line of its log: " + died.log();
            case LaunchOutcome.Late late -> "it was not ready after " + late.seconds() + " s";
            case LaunchOutcome.Held _ -> "suspended, it runs once it is resumed";
            case LaunchOutcome.NotStarted not -> not.reason();
        };
    }
}
