package plantao.walls.planted.cycle.b;

import plantao.walls.planted.cycle.a.Here;

public record There(Here here) {}
