package plantao.walls.planted.practice;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
