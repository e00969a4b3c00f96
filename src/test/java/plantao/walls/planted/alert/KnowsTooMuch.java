package plantao.walls.planted.alert;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
