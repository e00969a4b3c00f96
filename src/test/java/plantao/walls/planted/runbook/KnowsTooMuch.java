package plantao.walls.planted.runbook;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
