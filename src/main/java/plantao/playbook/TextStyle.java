package plantao.playbook;

/// How a stretch of a printed line looks (ECMA-48 SGR): only what a reader can be shown safely.
///
/// @param from the first character
/// @param to behind the last
/// @param colour 0 to 15 as terminals number them, -1 for the usual one
public record TextStyle(int from, int to, int colour, boolean bold, boolean dim) {}
