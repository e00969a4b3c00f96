package plantao.export;

/// A block and where it stands.
///
/// @param first its first line, counted from 1
/// @param last its last line
public record PlacedBlock(Block block, int first, int last) {}
