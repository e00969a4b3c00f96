package plantao.walls.planted.cycle.a;

import plantao.walls.planted.cycle.b.There;

public record Here(There there) {}
