package plantao.walls.planted.values;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
