package io.gistmill.producer.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Account names such as `@ada_b` or `@ada@example.social`.
final class Handles {

  private static final String HANDLE =
      "[@＠](?<handle>[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]{0,48}[\\p{L}\\p{N}_])?"
          + "(?:@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)?)";
  private static final int LONGEST_LINE = 300;
  private static final Pattern ALONE = Pattern.compile("\\s*" + HANDLE + "\\s*");
  private static final Pattern NAMED =
      Pattern.compile("\\s*(?<name>\\S.*?)(?<gap>\\s*)" + HANDLE + "\\s*");

  /// @param apart whether white space stands between the name and the account
  record Named(String name, String handle, boolean apart) {}

  private Handles() {}

  /// A line that is an account name and nothing else, without the `@`.
  static Optional<String> alone(String line) {
    Matcher matcher = ALONE.matcher(line);
    return line.length() <= LONGEST_LINE && matcher.matches()
        ? Optional.of(matcher.group("handle"))
        : Optional.empty();
  }

  /// A line of words with an account name at its end.
  static Optional<Named> named(String line) {
    Matcher matcher = NAMED.matcher(line);
    if (line.length() > LONGEST_LINE || !matcher.matches()) {
      return Optional.empty();
    }
    boolean apart = !matcher.group("gap").isEmpty();
    return Optional.of(new Named(matcher.group("name"), matcher.group("handle"), apart));
  }
}
