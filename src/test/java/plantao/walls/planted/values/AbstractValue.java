package plantao.walls.planted.values;

class AbstractValue {}
