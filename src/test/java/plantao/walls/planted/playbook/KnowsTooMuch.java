package plantao.walls.planted.playbook;

import plantao.walls.planted.Top;

record KnowsTooMuch(Top top) {}
