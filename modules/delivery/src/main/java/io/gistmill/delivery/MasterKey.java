package io.gistmill.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The one secret of an installation, from which all others are derived: signatures of links and of
/// webhooks. Whoever has it can sign as this installation; whoever loses it makes all links
/// invalid.
///
/// Derivation is HKDF with SHA-256 (RFC 5869).
public final class MasterKey {

  /// Bytes at the least.
  public static final int LENGTH = 32;

  private final byte[] key;

  /// @throws IllegalArgumentException when it is shorter than [#LENGTH]
  public MasterKey(byte[] key) {
    if (key.length < LENGTH) {
      throw new IllegalArgumentException(
          "the key holds " + key.length + " bytes, and needs " + LENGTH + " at the least");
    }
    this.key = key.clone();
  }

  /// A secret for one purpose and subject, always the same.
  ///
  /// @param purpose such as `link`, without `|`
  public byte[] derive(String purpose, String subject) {
    try {
      var info = (purpose + "|" + subject).getBytes(StandardCharsets.UTF_8);
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HKDF-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey[hidden]";
  }
}
