package plantao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustFileTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    @TempDir
    Path folder;

    @Test
    void remembersWhatWasApprovedForEachFolder() throws IOException {
        Path config = folder.resolve("config");
        TrustFile trust = new TrustFile(config);
        assertThat(trust.approved("/a")).isEmpty();
        trust.approve("/a", Set.of(ONE));
        trust.approve("/a", Set.of(TWO));
        trust.approve("/b", Set.of(TWO));

        assertThat(new TrustFile(config).approved("/a")).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(new TrustFile(config).approved("/b")).containsExactly(TWO);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rwx------");
        try (var files = Files.list(config)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                            .isEqualTo("rw-------"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"/a\":",
                "{\"/a\":null}",
                "{\"/a\":\"x\"}",
                "{\"/a\":[\"not a hash\"]}",
                "{\"/a\":[null]}"
            })
    void aBrokenFileIsNoTrustAndIsKeptAside(String text) throws IOException {
        Files.writeString(folder.resolve("trust.json"), text);
        TrustFile trust = new TrustFile(folder);
        assertThat(trust.approved("/a")).isEmpty();
        assertThat(folder.resolve("trust.json.broken")).hasContent(text);
        trust.approve("/a", Set.of(ONE));
        assertThat(trust.approved("/a")).containsExactly(ONE);
    }

    @Test
    void bytesThatAreNoTextAreNoTrust() throws IOException {
        Files.write(folder.resolve("trust.json"), new byte[] {(byte) 0xC3, 0x28});
        assertThat(new TrustFile(folder).approved("/a")).isEmpty();
        assertThat(folder.resolve("trust.json.broken")).exists();
    }

    @Test
    void anUnreachableFileSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new TrustFile(file).approve("/a", Set.of(ONE)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The approvals could not be read: Not a directory")
                .hasMessageContaining(file.resolve("trust.json").toString());
    }
}
