package plantao.walls.planted.journal;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
