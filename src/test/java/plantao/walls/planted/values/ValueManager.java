package plantao.walls.planted.values;

final class ValueManager {}
