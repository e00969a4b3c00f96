package plantao.probe;

/// Runs one kind of check.
///
/// @param <C> the kind
interface Prober<C extends Check> {
    /// Runs the check within the attempt's time, in bounded memory; never throws for what a server does.
    Reading read(Attempt attempt, C check);
}
