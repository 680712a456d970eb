package io.gistmill.delivery.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The private key that signs mails: RSA of 1024 bits and more, better 2048.
public final class DkimKey {

  private static final int WEAKEST = 1024;
  private static final String MEND =
      ": make one with openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out dkim.pem";

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");

  /// Version 0 and the name of RSA, which stand before a bare key of RSA in PKCS #8.
  private static final byte[] PKCS8 =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private final RSAPrivateCrtKey key;

  private DkimKey(RSAPrivateCrtKey key) {
    this.key = key;
  }

  /// @throws IllegalArgumentException when the file cannot be read or holds no fit key
  public static DkimKey read(Path file) {
    try {
      return of(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read as a key in PEM" + MEND, e);
    }
  }

  /// @param pem as `openssl` and `opendkim-genkey` write it
  /// @throws IllegalArgumentException when it holds no fit key
  public static DkimKey of(String pem) {
    Matcher found = PEM.matcher(pem);
    if (!found.find()) {
      throw new IllegalArgumentException("there is no private key in PEM" + MEND);
    }
    byte[] bytes = Base64.getMimeDecoder().decode(found.group(2));
    return parse(found.group(1) == null ? bytes : wrapped(bytes));
  }

  private static DkimKey parse(byte[] pkcs8) {
    try {
      var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() >= WEAKEST) {
        return new DkimKey(rsa);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key is no key of RSA" + MEND, e);
    }
    throw new IllegalArgumentException("the key is too weak" + MEND);
  }

  private static byte[] wrapped(byte[] rsa) {
    byte[] octets = element(0x04, rsa);
    var body = new ByteArrayOutputStream();
    body.writeBytes(PKCS8);
    body.writeBytes(octets);
    return element(0x30, body.toByteArray());
  }

  /// One element of DER with its length.
  private static byte[] element(int tag, byte[] content) {
    var element = new ByteArrayOutputStream();
    element.write(tag);
    if (content.length < 0x80) {
      element.write(content.length);
    } else {
      element.write(0x82);
      element.write(content.length >> 8);
      element.write(content.length);
    }
    element.writeBytes(content);
    return element.toByteArray();
  }

  RSAPrivateCrtKey key() {
    return key;
  }

  /// What belongs into the DNS, as TXT of `<selector>._domainkey.<domain>`.
  public String record() {
    try {
      var parts = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      byte[] encoded = KeyFactory.getInstance("RSA").generatePublic(parts).getEncoded();
      return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(encoded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  @Override
  public String toString() {
    return "DkimKey[hidden]";
  }
}
