package plantao.walls.planted.journal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

final class OpensAnAddress {
    InputStream open(URI address) throws IOException {
        return address.toURL().openStream();
    }
}
