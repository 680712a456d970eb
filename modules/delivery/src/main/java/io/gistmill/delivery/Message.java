package io.gistmill.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What goes out, in the forms that the transports of its channel read: text and HTML for mails,
/// JSON and lines for webhooks, text too where there are no lines. Others may be empty.
///
/// @param id the same in every attempt; letters, digits, `.` and `-`
/// @param title one line
/// @param language of the words around the stories, as BCP 47 has it
/// @param text all of it, to be read as it is
/// @param html the same as a page
/// @param json the same for programs
/// @param lines its stories, best first
/// @param replyTo the id of the message that this one corrects or goes on with, or null
public record Message(
    String id,
    String title,
    String language,
    String text,
    String html,
    String json,
    List<Line> lines,
    Links links,
    @Nullable String replyTo) {

  public Message {
    lines = List.copyOf(lines);
  }

  /// One story.
  ///
  /// @param link where a reader goes on, or null
  /// @param note topics and the reason why the story stands here
  public record Line(String headline, String summary, @Nullable String link, String note) {}

  /// Absolute addresses for the receiver alone.
  ///
  /// @param web the digest as a page
  /// @param manage where hour, topics and channels are changed
  /// @param unsubscribe ends it: by POST at once, by GET after a question
  public record Links(String web, String manage, String unsubscribe) {}
}
