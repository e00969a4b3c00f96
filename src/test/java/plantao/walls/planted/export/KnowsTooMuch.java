package plantao.walls.planted.export;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
