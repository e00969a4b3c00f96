package plantao.playbook;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/// The private folder of a shell's session: two named pipes, orders to the shell and its answers, and the files
/// that bring it what must be in nobody's arguments. Only its owner may look into it; it is gone when this is
/// closed.
final class ShellFolder implements ShellLink {
    private static final String ORDERS = "orders";
    private static final String ANSWERS = "answers";
    private static final String STEP = "step";
    private static final String ENVIRONMENT = "environment";
    private static final String SCRIPT = "session.sh";

    private final Path folder;
    /// Both pipes are held open both ways: opening and writing never wait, whatever the shell does.
    private final RandomAccessFile orders;
    private final RandomAccessFile answers;
    private final BufferedReader read;

    private ShellFolder(Path folder) throws IOException {
        this.folder = folder;
        orders = new RandomAccessFile(folder.resolve(ORDERS).toFile(), "rw");
        answers = new RandomAccessFile(folder.resolve(ANSWERS).toFile(), "rw");
        read = new BufferedReader(new InputStreamReader(new FileInputStream(answers.getFD()), StandardCharsets.UTF_8));
    }

    /// A new folder among the system's temporary ones.
    ///
    /// @param environment the first variables of the shell, as [ShellFrame] writes them
    static ShellFolder make(ShellSystem system, byte[] environment) throws IOException {
        Path folder = Files.createTempDirectory(
                "plantao-shell", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            system.pipe(folder.resolve(ORDERS));
            system.pipe(folder.resolve(ANSWERS));
            write(folder.resolve(ENVIRONMENT), environment);
            write(folder.resolve(SCRIPT), resource(SCRIPT).getBytes(StandardCharsets.UTF_8));
            return new ShellFolder(folder);
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    /// A script of the program's own.
    static String resource(String name) throws IOException {
        try (InputStream in = ShellFolder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the program: install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path path() {
        return folder;
    }

    /// Tells the shell a word and what belongs to it.
    @Override
    public synchronized void order(String line) throws IOException {
        orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Waits for what the shell says next.
    @Override
    public String answer() throws IOException {
        String line = read.readLine();
        return line == null ? CLOSED : line;
    }

    /// Lays down what the next step needs, as [ShellFrame] writes it.
    @Override
    public void step(byte[] frame) throws IOException {
        write(folder.resolve(STEP), frame);
    }

    /// The shell has read what was laid down.
    @Override
    public void taken() throws IOException {
        Files.deleteIfExists(folder.resolve(STEP));
        Files.deleteIfExists(folder.resolve(ENVIRONMENT));
    }

    @Override
    public synchronized void close() {
        try {
            answers.write((CLOSED + "\n").getBytes(StandardCharsets.UTF_8)); // wakes who waits for an answer
            orders.close();
        } catch (IOException e) {
            warn(e);
        }
        delete(folder);
    }

    /// Nobody waits for an answer any more.
    @Override
    public void answered() {
        try {
            read.close();
            answers.close();
        } catch (IOException e) {
            warn(e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }

    private static void delete(Path folder) {
        for (String name : List.of(STEP, ENVIRONMENT, SCRIPT, ORDERS, ANSWERS, "")) {
            try {
                Files.deleteIfExists(name.isEmpty() ? folder : folder.resolve(name));
            } catch (IOException e) {
                warn(e);
            }
        }
    }

    private static void warn(IOException e) {
        System.getLogger(ShellFolder.class.getName())
                .log(System.Logger.Level.WARNING, "A private folder was not cleared away", e);
    }
}
