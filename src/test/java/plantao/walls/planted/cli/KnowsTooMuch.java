package plantao.walls.planted.cli;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
