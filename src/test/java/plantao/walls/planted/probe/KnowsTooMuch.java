package plantao.walls.planted.probe;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
