package io.gistmill.producer.archive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds where the words of a named account begin inside a text: a name and `@account`, on one line
/// or on two.
///
/// A bare `@account` on its own line is often a mention that copying broke out of its sentence. So
/// signs for and against are counted: how the name looks, whether it resembles the account, whether
/// a date follows, and how the text goes on.
///
/// @param author the name as it stands there
/// @param handle without the `@`
/// @param dated whether a date stands beside or under the account
/// @param end the index of the first line after the heading
record Heading(String author, String handle, boolean dated, int end) {

  private static final Pattern DASHES = Pattern.compile("^[—–―-]{1,3}\\s*(?=\\S)");
  private static final Pattern PARTICLE =
      Pattern.compile("^(?:[，。、；：！？,.;:!?)）'’]|[的和与及等是在也都将被把让给了又还就向对从于做写说提用为跟]).*");
  private static final Pattern VERB_DONE = Pattern.compile("^\\p{IsHan}{1,3}[了过].*");
  private static final Pattern SMALL = Pattern.compile("^[a-z]+\\b(?!://).*");

  /// The heading that begins at a line, if one does.
  static Optional<Heading> at(List<String> lines, int index) {
    if (!beginsParagraph(lines, index)) {
      return Optional.empty();
    }
    String line = lines.get(index);
    return onOneLine(lines, index, line).or(() -> onTwoLines(lines, index, line));
  }

  private static boolean beginsParagraph(List<String> lines, int index) {
    return !lines.get(index).isBlank() && (index == 0 || lines.get(index - 1).isBlank());
  }

  private static Optional<Heading> onOneLine(List<String> lines, int index, String line) {
    if (!mentions(line)) {
      return Optional.empty();
    }
    Optional<DateReader.Found> date = DateReader.beside(line, true);
    String rest = date.map(DateReader.Found::rest).orElse(line);
    Optional<Handles.Named> named = Handles.named(rest.replaceFirst("[·,|]\\s*$", ""));
    if (named.isEmpty() || !named.get().apart()) {
      return Optional.empty();
    }
    var candidate =
        new Candidate(
            lines, named.get().name(), named.get().handle(), index, index, date.isPresent());
    return candidate.heading(1);
  }

  private static Optional<Heading> onTwoLines(List<String> lines, int index, String name) {
    int second = nextInk(lines, index + 1);
    if (second == lines.size() || second - index > 2 || !mentions(lines.get(second))) {
      return Optional.empty();
    }
    Optional<DateReader.Found> date = DateReader.beside(lines.get(second), true);
    String rest = date.map(DateReader.Found::rest).orElse(lines.get(second));
    return Handles.alone(rest.replaceFirst("[·,|]\\s*$", ""))
        .flatMap(
            handle ->
                new Candidate(lines, name, handle, index, second, date.isPresent())
                    .heading(second - index == 1 ? 1 : 0));
  }

  private static boolean mentions(String line) {
    return line.indexOf('@') >= 0 || line.indexOf('＠') >= 0;
  }

  static int nextInk(List<String> lines, int from) {
    int index = from;
    while (index < lines.size() && lines.get(index).isBlank()) {
      index++;
    }
    return index;
  }

  /// @param first the line of the name
  /// @param last the line of the account
  private record Candidate(
      List<String> lines, String rawName, String handle, int first, int last, boolean dateBeside) {

    Optional<Heading> heading(int bonus) {
      String name = DASHES.matcher(rawName.strip()).replaceFirst("").strip();
      if (!Names.possible(name)) {
        return Optional.empty();
      }
      int next = nextInk(lines, last + 1);
      boolean dateUnder = !dateBeside && next < lines.size() && isDate(lines.get(next));
      boolean dated = dateBeside || dateUnder;
      int end = dateUnder ? next + 1 : last + 1;
      int signs = bonus + looks(name) + (dated ? 3 : 0) + goingOn(dated ? lines.size() : next);
      return signs >= 1 ? Optional.of(new Heading(name, handle, dated, end)) : Optional.empty();
    }

    private static boolean isDate(String line) {
      return DateReader.whole(line.replaceFirst("^\\s*·", "")).isPresent();
    }

    private int looks(String name) {
      int signs = Names.columns(name) <= 16 ? 1 : 0;
      signs += Names.alike(name, handle) ? 2 : 0;
      signs += DASHES.matcher(rawName.strip()).find() ? 1 : 0;
      signs -= Names.likeSentence(name) ? 1 : 0;
      signs -= rawName.endsWith(" ") ? 1 : 0;
      return signs;
    }

    private int goingOn(int next) {
      if (next >= lines.size()) {
        return 0;
      }
      String text = lines.get(next);
      if (text.startsWith(" ") && !text.isBlank() && rawName.endsWith(" ")) {
        return -4;
      }
      String stripped = text.strip();
      if (VERB_DONE.matcher(stripped).matches()) {
        return -3;
      }
      if (PARTICLE.matcher(stripped).matches() || SMALL.matcher(stripped).matches()) {
        return -2;
      }
      return text.startsWith(" ") ? -1 : 1;
    }
  }
}
