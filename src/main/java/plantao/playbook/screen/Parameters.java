package plantao.playbook.screen;

/// The parameters of a control sequence: numbers between `;`, each possibly of several parts between `:`.
final class Parameters {
    /// Larger numbers mean nothing on a screen.
    private static final int MOST = 9999;

    private final String[] all;

    /// @param text what stands between the introducer and the final byte, without a private mark
    Parameters(String text) {
        all = text.split(";", -1);
    }

    /// At least 1: no parameter is one that is empty.
    int count() {
        return all.length;
    }

    /// A parameter, or what stands for one that is missing or empty.
    int get(int at, int missing) {
        return at < 0 || at >= all.length ? missing : part(at, 0, missing);
    }

    /// The same where 0 means 1, as in every movement.
    int amount(int at) {
        return Math.max(1, get(at, 1));
    }

    int parts(int at) {
        return all[at].split(":", -1).length;
    }

    int part(int at, int part, int missing) {
        String[] parts = all[at].split(":", -1);
        if (part >= parts.length || parts[part].isEmpty() || parts[part].length() > 9) {
            return missing;
        }
        int number = 0;
        for (int i = 0; i < parts[part].length(); i++) {
            char c = parts[part].charAt(i);
            if (c < '0' || c > '9') {
                return missing;
            }
            number = number * 10 + c - '0';
        }
        return Math.min(number, MOST);
    }
}
