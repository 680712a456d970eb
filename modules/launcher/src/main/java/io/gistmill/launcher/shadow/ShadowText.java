package io.gistmill.launcher.shadow;

import io.gistmill.domain.Fixed;
import io.gistmill.launcher.remote.Lines;
import io.gistmill.launcher.shadow.Difference.Failing;
import io.gistmill.launcher.shadow.Difference.TopicChange;
import java.util.List;
import java.util.Locale;

/// A difference for a terminal; whole lines.
final class ShadowText {

  private static final int EXAMPLES = 3;

  private final StringBuilder text = new StringBuilder();

  private ShadowText() {}

  static String of(Difference difference) {
    var text = new ShadowText();
    text.summary(difference);
    text.topics(difference.topics());
    text.examples(difference.topics());
    text.failures(difference.failures());
    text.costs(difference.costs());
    return text.text.toString();
  }

  private void summary(Difference difference) {
    line("%s", difference.subject());
    line("");
    line("active     %s", String.join(", ", difference.active()));
    line("candidate  %s", String.join(", ", difference.candidate()));
    line(
        "%d of %d posts would change (%s): topics added %d times, removed %d times",
        difference.changed(),
        difference.posts(),
        percent(difference.changedShare()),
        difference.added(),
        difference.removed());
    line("agreement of all topics together (Jaccard) %s", places(difference.jaccard()));
  }

  private void topics(List<TopicChange> topics) {
    line("");
    line(
        "%-24s %8s %10s %8s %8s  %13s",
        "topic", "active", "candidate", "added", "removed", "Cohen's kappa");
    for (TopicChange topic : topics) {
      line(
          "%-24s %8d %10d %8d %8d  %13s",
          topic.topic(),
          topic.active(),
          topic.candidate(),
          topic.added(),
          topic.removed(),
          places(topic.kappa()));
    }
  }

  private void examples(List<TopicChange> topics) {
    for (TopicChange topic : topics) {
      examples(topic.topic() + " would be added to", topic.added(), topic.addedExamples());
      examples(topic.topic() + " would be removed from", topic.removed(), topic.removedExamples());
    }
  }

  private void examples(String what, int posts, List<Example> examples) {
    if (examples.isEmpty()) {
      return;
    }
    line("");
    line("%s %d %s, such as:", what, posts, posts == 1 ? "post" : "posts");
    for (Example example : examples.stream().limit(EXAMPLES).toList()) {
      line(
          "  %s  %s: %s",
          places(example.confidence()), Lines.name(example.author()), example.excerpt());
      line(
          "         %s%s  %s",
          example.classifier(),
          example.words().isEmpty() ? "" : " because of: " + String.join(", ", example.words()),
          example.link() == null ? example.id() : example.link());
    }
  }

  private void failures(List<Failing> failures) {
    for (Failing failing : failures) {
      line("");
      line("%s failed on %d posts:", failing.classifier(), failing.posts());
      failing.reasons().forEach(reason -> line("  %6d  %s", reason.posts(), reason.reason()));
    }
  }

  private void costs(List<Cost> costs) {
    line("");
    line("%-32s %10s %12s %12s", "cost", "posts", "mean in ms", "longest");
    for (Cost cost : costs) {
      line(
          "%-32s %10d %12s %12s",
          cost.classifier(),
          cost.posts(),
          millis(cost.microsPerPost()),
          millis(cost.longestMicros()));
    }
  }

  static String millis(long micros) {
    return String.format(Locale.ROOT, "%.3f", micros / 1e3);
  }

  static String places(Fixed number) {
    return String.format(Locale.ROOT, "%.3f", number.toDecimal());
  }

  static String percent(Fixed share) {
    return String.format(Locale.ROOT, "%.1f %%", share.micros() / 1e4);
  }

  private void line(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    text.append(line.replaceAll("[\\p{Cc}\\s]", " ").stripTrailing()).append('\n');
  }
}
