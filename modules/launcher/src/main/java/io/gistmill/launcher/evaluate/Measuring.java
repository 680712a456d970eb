package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Post;
import io.gistmill.launcher.files.Input;
import io.gistmill.launcher.files.Inputs;
import io.gistmill.launcher.files.Source;
import io.gistmill.launcher.judge.Judge;
import io.gistmill.launcher.judge.Judgement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Has posts judged that readers have judged too.
final class Measuring {

  private static final int EXCERPT = 160;

  private Measuring() {}

  /// Posts in the order of the file; those of which readers say nothing are left out.
  ///
  /// @param complaints told what could not be used, for people
  static List<Judged> posts(Source file, Gold gold, Judge judge, Consumer<String> complaints)
      throws IOException {
    var judged = new ArrayList<Judged>();
    Gold.Finder finder = gold.finder();
    Inputs.read(
        file,
        input -> {
          switch (input) {
            case Input.Read read -> {
              Gold.Line line = finder.of(read);
              if (line != null) {
                String contradiction = line.contradiction(read);
                if (contradiction == null) {
                  judged.add(judged(read, line, judge, complaints));
                } else {
                  complaints.accept(gold.file() + ", line " + line.number() + ": " + contradiction);
                }
              }
            }
            case Input.Unread unread -> complaints.accept(told(file, unread));
          }
        });
    gold.lines().stream()
        .filter(line -> finder.unasked().contains(line.number()))
        .forEach(line -> complaints.accept(line.post() + " is not among the posts of " + file));
    return judged;
  }

  private static String told(Source file, Input.Unread unread) {
    return unread.line() == 0
        ? unread.reason()
        : file + ", line " + unread.line() + ": " + unread.reason();
  }

  private static Judged judged(
      Input.Read read, Gold.Line line, Judge judge, Consumer<String> complaints) {
    Judgement judgement = judge.judge(read.post());
    judgement
        .failures()
        .forEach(failure -> complaints.accept("post " + read.ordinal() + ": " + failure));
    return new Judged(
        line.post(),
        excerpt(read.post()),
        judgement.topics().stream()
            .map(tag -> new Judged.Given(tag.topic(), tag.confidence(), Judgement.words(tag)))
            .toList(),
        judgement.confidences(),
        line.topics());
  }

  /// One line without control characters, cut where it gets long.
  static String excerpt(Post post) {
    var parts = new ArrayList<String>();
    parts.add(post.title() == null ? "" : post.title());
    parts.add(post.text());
    post.quoted().forEach(quote -> parts.add(quote.text()));
    String line = String.join(" ", parts).replaceAll("[\\p{Cc}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + " ...";
  }
}
