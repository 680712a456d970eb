package io.gistmill.web;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a usable address of what people type.
public final class WebAddress {

  private static final Pattern PARTS =
      Pattern.compile("(?i)^(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?$", Pattern.DOTALL);
  private static final Pattern HOST = Pattern.compile("(.+?)(?::(\\d{1,5}))?");

  private WebAddress() {}

  /// In one form: scheme and host in small letters, names in ASCII, no default port, no fragment, a
  /// path.
  ///
  /// @throws IllegalArgumentException with words for whoever typed it
  public static URI parse(String typed) {
    String text = typed.strip();
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          text.contains("://") ? "only http and https are fetched" : "write it with https://");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
    return uri(
        scheme + "://" + authority(scheme, parts.group(2)) + escaped(path + text(parts.group(4))));
  }

  /// An address as it stands in a document or header, relative to where that was found.
  ///
  /// @throws IllegalArgumentException when it is none for the web
  public static URI resolve(URI base, String reference) {
    URI resolved;
    try {
      String text = reference.strip();
      resolved = text.startsWith("?") ? queried(base, text) : base.resolve(escaped(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + shown(reference) + "\" is no web address", e);
    }
    return parse(resolved.toString());
  }

  /// Java resolves a lone query against the folder; the standard keeps the file.
  private static URI queried(URI base, String query) {
    return URI.create(base.toString().replaceFirst("[?#].*$", "") + escaped(query));
  }

  private static String authority(String scheme, String authority) {
    if (authority.contains("@")) {
      throw new IllegalArgumentException("addresses with a user name or password are not fetched");
    }
    Matcher matcher = HOST.matcher(authority);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("it names no host");
    }
    String host = host(matcher.group(1));
    String port = text(matcher.group(2));
    boolean usual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
    if (!usual && (Integer.parseInt(port) > 65_535 || Integer.parseInt(port) == 0)) {
      throw new IllegalArgumentException("there is no port " + port);
    }
    return usual ? host : host + ":" + Integer.parseInt(port);
  }

  private static String host(String name) {
    if (name.startsWith("[")) {
      return name.toLowerCase(Locale.ROOT);
    }
    try {
      String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + shown(name) + "\" is no host name", e);
    }
  }

  /// Signs that do not belong into an address, as browsers write them; what is escaped stays.
  private static String escaped(String text) {
    var result = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char sign = (char) (b & 0xff);
      if (sign <= ' ' || sign > '~' || "\"<>\\^`{|}".indexOf(sign) >= 0) {
        result.append(String.format(Locale.ROOT, "%%%02X", (int) sign));
      } else {
        result.append(sign);
      }
    }
    return result.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null) {
        throw new IllegalArgumentException("\"" + shown(text) + "\" names no host");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("\"" + shown(text) + "\" is no web address", e);
    }
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }

  private static String shown(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}
