package plantao.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How to run PostgreSQL, which refuses to run as root.
///
/// @param prefix the words before its programs
/// @param foreign the user it runs as when that is not the owner of our files, else null
record Privileges(List<String> prefix, @Nullable Integer foreign) {
    /// The user that owns nothing, on every Linux.
    private static final int NOBODY = 65534;

    /// For an ordinary user: nothing. For root: a user namespace without a mapping (unshare(1)), which makes root
    /// nobody in particular; where the machine allows none (containers), the user nobody (setpriv(1)).
    ///
    /// @param mine a folder made by this program: its owner is who we are
    /// @throws IOException for root on a machine that has neither
    static Privileges find(Path mine) throws IOException, InterruptedException {
        if (!Integer.valueOf(0).equals(Files.getAttribute(mine, "unix:uid"))) {
            return new Privileges(List.of(), null);
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return new Privileges(List.of("unshare", "-U"), null);
        }
        return nobody();
    }

    /// Runs it as the user nobody.
    static Privileges nobody() throws IOException, InterruptedException {
        List<String> words = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        var trial = new java.util.ArrayList<>(words);
        trial.add("true");
        if (!works(trial)) {
            throw new IOException("it may not run as root, and neither unshare -U nor setpriv works here;"
                    + " start the console as an ordinary user");
        }
        return new Privileges(words, NOBODY);
    }

    private static boolean works(List<String> words) throws InterruptedException {
        try {
            Process trial = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(5, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /// A folder that lasts between starts and that PostgreSQL can enter.
    Path cache() throws IOException {
        if (foreign == null) {
            return Folders.cache();
        }
        Path shared = Path.of(System.getProperty("java.io.tmpdir"), "plantao-root");
        if (!Files.isDirectory(shared)) {
            Files.createDirectory(
                    shared, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (!Integer.valueOf(0).equals(Files.getAttribute(shared, "unix:uid"))) {
            throw new IOException("the folder " + shared + " belongs to somebody else; remove it");
        }
        return shared;
    }

    /// A place for the data of one stack.
    ///
    /// @param usual where it would be
    Path data(Path usual, Guardian guardian) throws IOException {
        if (foreign == null) {
            return usual;
        }
        Path apart = Files.createTempDirectory("plantao-");
        guardian.folder(apart);
        hand(apart);
        return apart.resolve("data");
    }

    /// Gives a file or folder to the user it runs as.
    void hand(Path file) throws IOException {
        if (foreign != null) {
            Files.setAttribute(file, "unix:uid", foreign);
            Files.setAttribute(file, "unix:gid", foreign);
        }
    }
}
