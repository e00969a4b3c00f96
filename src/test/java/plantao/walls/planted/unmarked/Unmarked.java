package plantao.walls.planted.unmarked;

final class Unmarked {}
