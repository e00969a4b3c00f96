package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Good and bad certificates of an authority of our own, made with the JDK's keytool in a folder.
public record Certificates(Path folder) {
    /// Of the key store and of each key in it.
    public static final char[] PASSWORD = "changeit".toCharArray();

    /// Makes a key and its certificate.
    ///
    /// @param arguments of `keytool -genkeypair`, beside those about the store
    public void issue(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-keystore", "all.p12", "-storepass", "changeit"));
        command.addAll(Arrays.asList(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(arguments + ": " + said).isZero();
    }

    /// All that was made.
    public KeyStore all() throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("all.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }

    /// A certificate as a PEM file of this name.
    public Path certificate(String alias, String name) throws GeneralSecurityException, IOException {
        return pem("CERTIFICATE", all().getCertificate(alias).getEncoded(), name);
    }

    /// A key as a PEM file of this name, for its owner's eyes only.
    public Path key(String alias, String name) throws GeneralSecurityException, IOException {
        Path file = pem("PRIVATE KEY", all().getKey(alias, PASSWORD).getEncoded(), name);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private Path pem(String what, byte[] bytes, String name) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                        + "-----\n");
    }
}
