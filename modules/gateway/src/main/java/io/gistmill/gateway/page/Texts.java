package io.gistmill.gateway.page;

import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import io.gistmill.domain.ShownName;
import io.gistmill.domain.StackedMarks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes foreign text fit to be shown.
final class Texts {

  private static final Pattern WEB =
      Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}/?#\\\\]+[^\\s\\p{Cntrl}]*");
  private static final int TITLE = 90;

  private Texts() {}

  /// One line: no control characters, and none that turn the direction of what follows.
  static String oneLine(String text) {
    return straight(text).replaceAll("[\\p{Cc}\\u2028\\u2029\\s]+", " ").strip();
  }

  /// Lines stay; characters that turn the direction of what follows or show as nothing do not, nor
  /// do towers of marks.
  static String straight(String text) {
    return StackedMarks.cut(
        text.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
            .replaceAll("[\\p{Cc}&&[^\\n\\t]]", ""));
  }

  /// Never in the middle of a character.
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }

  /// The address when it is one of the web, else null.
  static @Nullable String link(@Nullable String link) {
    return link != null && WEB.matcher(link.strip()).matches() ? link.strip() : null;
  }

  /// A BCP 47 tag; a mixed text goes by its script, since fonts and screen readers do.
  static String language(Language language, String text) {
    return switch (language) {
      case ZH -> "zh";
      case EN -> "en";
      case MIXED -> text.codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en";
      case OTHER -> "und";
    };
  }

  /// By its script alone, where nobody has said.
  static String language(String text) {
    return language(Language.MIXED, text);
  }

  /// What a post is called: its title, else its first line.
  static String title(Post post) {
    String title = post.title();
    if (title != null && !title.isBlank()) {
      return cut(oneLine(title), TITLE);
    }
    String first =
        post.text()
            .lines()
            .map(Texts::oneLine)
            .filter(line -> !line.isEmpty())
            .findFirst()
            .orElse("");
    return first.isEmpty() ? "Post by " + author(post.author()) : cut(first, TITLE);
  }

  /// Of somebody, or their account; see [ShownName].
  static String name(String name) {
    return cut(oneLine(ShownName.of(name)), TITLE);
  }

  static String author(String author) {
    String name = name(author);
    return name.isEmpty() ? "Unknown author" : name;
  }

  static String byline(String author, @Nullable String handle) {
    String account = handle == null ? "" : name(handle);
    return account.isEmpty() ? author(author) : author(author) + " @" + account;
  }

  /// With a capital letter at the beginning.
  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// `1 post`, `2 posts`.
  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
