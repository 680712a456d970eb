package io.gistmill.producer.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts of a header that one line holds.
///
/// @param name null where the line has no words beside account, date and addresses
/// @param links addresses on the line, in order
record HeaderLine(
    @Nullable String name, @Nullable String handle, @Nullable DateText date, List<String> links) {

  private static final int LONGEST = 300;
  private static final Pattern LINKED_NAME =
      Pattern.compile("\\[([^\\[\\]]+)]\\((https?://[^)\\s]+)\\)");
  private static final Pattern EDGES = Pattern.compile("^[\\s·|,，:：*_]+|[\\s·|,，:：*]+$");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\p{Alnum}])[@＠][\\p{L}\\p{N}_]");
  private static final Pattern BRACKETED =
      Pattern.compile(
          "(?<before>.*?)[\\s（(【]\\s*(?<date>[^\\s（(【]\\S*?(?:\\s\\d{1,2}:\\d{2}(?::\\d{2})?)?)"
              + "\\s*[)）】。.，,;；:：、]{1,3}\\s*");
  private static final Pattern BRACKETED_HANDLE =
      Pattern.compile("\\s*[（(\\[【]\\s*(?<handle>[@＠][\\p{L}\\p{N}_.@-]{1,60})\\s*[)）\\]】]\\s*");
  private static final Pattern NEAR_HANDLE =
      Pattern.compile("(?<![\\p{Alnum}])[@＠]\\s+(?=[A-Za-z0-9_]{2,})");

  static HeaderLine of(String line) {
    if (line.length() > LONGEST) {
      return new HeaderLine(line, null, null, List.of());
    }
    var links = new ArrayList<String>();
    String rest = withoutLinks(LINKED_NAME.matcher(line).replaceAll("$1 $2"), links);
    if (!HANDLE.matcher(rest).find()) {
      rest = NEAR_HANDLE.matcher(rest).replaceAll("@");
    }
    rest = unbracketed(BRACKETED_HANDLE.matcher(rest).replaceAll(" ${handle} ").strip());
    Optional<DateReader.Found> date = date(rest);
    rest = edged(date.map(DateReader.Found::rest).orElse(rest));
    Optional<String> alone = Handles.alone(rest);
    Optional<Handles.Named> named = alone.isPresent() ? Optional.empty() : Handles.named(rest);
    String name = alone.isPresent() ? "" : named.map(Handles.Named::name).orElse(rest);
    if (date.isEmpty() && named.isPresent()) {
      date = DateReader.beside(name, false);
      name = date.map(DateReader.Found::rest).orElse(name);
    }
    name = edged(name);
    return new HeaderLine(
        name.isEmpty() ? null : name,
        alone.or(() -> named.map(Handles.Named::handle)).orElse(null),
        date.map(DateReader.Found::date).orElse(null),
        links);
  }

  /// Without brackets around a date at the end, or stray signs behind it.
  private static String unbracketed(String line) {
    Matcher matcher = BRACKETED.matcher(line);
    return matcher.matches() && DateReader.whole(matcher.group("date")).isPresent()
        ? matcher.group("before") + " " + matcher.group("date")
        : line;
  }

  /// Shapes that ordinary text has too count as a date only beside an account or alone.
  private static Optional<DateReader.Found> date(String line) {
    return DateReader.whole(line)
        .map(date -> new DateReader.Found(date, ""))
        .or(() -> DateReader.beside(line, line.indexOf('@') >= 0 || line.indexOf('＠') >= 0));
  }

  private static String withoutLinks(String line, List<String> links) {
    Matcher matcher = Links.ADDRESS.matcher(line);
    var rest = new StringBuilder();
    int from = 0;
    while (matcher.find(from)) {
      String link = Links.trimmed(matcher.group());
      rest.append(line, from, matcher.start()).append(' ');
      links.add(link);
      from = matcher.start() + Math.max(link.length(), 1);
    }
    return rest.append(line.substring(from)).toString().strip().replaceAll("<\\s*>|\\(\\s*\\)", "");
  }

  private static String edged(String text) {
    return EDGES.matcher(text).replaceAll("").strip();
  }

  /// Whether the line alone says who wrote and when.
  boolean isWhole() {
    return name != null && handle != null && date != null;
  }

  boolean isLinks() {
    return name == null && handle == null && date == null && !links.isEmpty();
  }

  boolean isDate() {
    return name == null && handle == null && date != null;
  }

  boolean isHandle() {
    return name == null && handle != null;
  }

  boolean isName() {
    return name != null && handle == null && date == null && Names.possible(name);
  }
}
