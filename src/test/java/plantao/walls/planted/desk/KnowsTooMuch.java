package plantao.walls.planted.desk;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
