package plantao.walls.planted;

/// Stands for the composition root, which no room may know.
public final class Top {}
