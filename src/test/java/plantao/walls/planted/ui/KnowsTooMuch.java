package plantao.walls.planted.ui;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
