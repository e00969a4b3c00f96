package plantao.walls.planted.values;

import java.util.HashMap;

final class KeepsAStaticMap {
    static final HashMap<String, String> KNOWN = new HashMap<>();
}
