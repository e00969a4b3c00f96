package plantao.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;

/// How far a device vouches for its chain: the hash of the last entry, and with it of all before, signed with the
/// device's own key (Ed25519, RFC 8032).
///
/// @param signer the public key, X.509 in Base64
/// @param signature over the device's name, the number and the hash, in Base64
record Seal(String device, long number, String hash, String signer, String signature) {
    /// What the server has of a device that it does not know.
    static Seal none(String device) {
        return new Seal(device, 0, Chain.START, "", "");
    }

    static Seal of(ResultSet set) throws SQLException {
        return new Seal(
                String.valueOf(set.getString("device")),
                set.getLong("number"),
                String.valueOf(set.getString("hash")),
                String.valueOf(set.getString("signer")),
                String.valueOf(set.getString("signature")));
    }

    ChainHead head() {
        return new ChainHead(device, number, hash);
    }

    /// What is signed: no device's name holds a line's end.
    static byte[] text(String device, long number, String hash) {
        return ("plantao log\n" + device + "\n" + number + "\n" + hash).getBytes(StandardCharsets.UTF_8);
    }

    /// Whether the holder of `signer` signed this.
    boolean genuine() {
        try {
            PublicKey key = KeyFactory.getInstance(DeviceKey.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signer)));
            Signature check = Signature.getInstance(DeviceKey.ALGORITHM);
            check.initVerify(key);
            check.update(text(device, number, hash));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
