package plantao.walls.planted.store;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
