package plantao.practice;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes passwords for one stack; they are good for nothing else.
final class Secrets {
    private final SecureRandom random = new SecureRandom();

    /// A password of 128 random bits, of letters, digits, `-` and `_`.
    String next() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
