package io.gistmill.delivery.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What may stand in the header of a mail. No text of others can begin a new header field.
///
/// - **Words** (title, name of the sender) are cleaned: each run of line breaks and other control
///   characters becomes one blank, signs that turn the direction of writing are left out.
/// - **Everything with a form of its own** (addresses, ids, links, languages) is refused when it
///   does not have that form; no such form admits a control character or a blank.
public final class HeaderText {

  /// A line of a header holds 998 bytes at the most, with its name.
  private static final int LONGEST_URL = 900;

  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_ID = 200;

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+");
  private static final Pattern TURNS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern URL = Pattern.compile("[!-;=?-~]+");

  private HeaderText() {}

  /// Cleaned words on one line, 300 characters at the most.
  public static String line(String words) {
    String line = BREAKS.matcher(TURNS.matcher(words).replaceAll("")).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
  }

  /// @throws IllegalArgumentException when it cannot be the left side of a Message-ID
  static String id(String name, String id) {
    if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          name + " '" + line(id) + "' may hold letters, digits, '-', '_' and single dots alone");
    }
    return id;
  }

  /// @throws IllegalArgumentException when it is no tag of BCP 47
  static String language(String language) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("'" + line(language) + "' is no language such as zh-CN");
    }
    return language;
  }

  /// @throws IllegalArgumentException when it is no whole address of http or https, in ASCII
  static String url(String name, String url) {
    try {
      if (URL.matcher(url).matches() && url.length() <= LONGEST_URL && isWeb(new URI(url))) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(wrongUrl(name, url), e);
    }
    throw new IllegalArgumentException(wrongUrl(name, url));
  }

  private static boolean isWeb(URI url) {
    return url.getHost() != null
        && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
  }

  private static String wrongUrl(String name, String url) {
    return name
        + " '"
        + line(url)
        + "' must be a whole http or https address in ASCII, of at most "
        + LONGEST_URL
        + " characters";
  }

  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
