package plantao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;

/// The key with which this device vouches for its entries. Made once, readable by its owner only; never leaves the
/// machine.
final class DeviceKey {
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final String signer;

    private DeviceKey(PrivateKey secret, String signer) {
        this.secret = secret;
        this.signer = signer;
    }

    /// The key in a file, or a new one put there.
    ///
    /// @throws StoreException when the file can be neither read nor written
    static DeviceKey at(Path file) {
        try {
            List<String> lines = Files.readString(file).lines().toList();
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst())));
            return new DeviceKey(secret, lines.get(1));
        } catch (NoSuchFileException e) {
            return made(file);
        } catch (IOException e) {
            throw unusable(file, FileReason.of(e), e);
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | NoSuchElementException
                | IndexOutOfBoundsException e) {
            throw unusable(file, "it is damaged", e);
        }
    }

    private static DeviceKey made(Path file) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String signer = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                OwnerOnly.folder(folder);
            }
            OwnerOnly.replace(
                    file, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n" + signer + "\n");
            return new DeviceKey(pair.getPrivate(), signer);
        } catch (IOException e) {
            throw unusable(file, FileReason.of(e), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has " + ALGORITHM, e);
        }
    }

    private static StoreException unusable(Path file, String why, Exception e) {
        return new StoreException(
                "This console's key for the team's log cannot be used: " + why,
                file.toString(),
                "Put it back from a backup; without it, delete it and the file `device` beside it: the console goes on"
                        + " under a new name.",
                e);
    }

    String signer() {
        return signer;
    }

    Seal seal(ChainHead head) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(Seal.text(head.device(), head.number(), head.hash()));
            return new Seal(
                    head.device(),
                    head.number(),
                    head.hash(),
                    signer,
                    Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with a sound key", e);
        }
    }
}
