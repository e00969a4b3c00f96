package plantao.walls.planted.link;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
