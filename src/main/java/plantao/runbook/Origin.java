package plantao.runbook;

/// Where in the source text something was written.
///
/// @param file the file's name relative to its folder, `/` between folders
/// @param line the line, counted from 1; 0 for what no line says (a default)
public record Origin(String file, int line) {}
