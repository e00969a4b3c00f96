package plantao.walls.planted.desk;

/// Planted: terminals and processes are the runners' affair.
class KnowsTerminals {
    final Class<?> terminal = com.pty4j.PtyProcess.class;
}
