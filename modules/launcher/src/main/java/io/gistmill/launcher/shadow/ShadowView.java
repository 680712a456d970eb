package io.gistmill.launcher.shadow;

import io.gistmill.domain.Fixed;
import io.gistmill.launcher.remote.Lines;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the page shows, as text.
public final class ShadowView {

  private final Difference difference;

  ShadowView(Difference difference) {
    this.difference = difference;
  }

  /// One topic.
  public record Row(
      String topic,
      String active,
      String candidate,
      String added,
      String addedShare,
      String removed,
      String removedShare,
      String kappa) {}

  /// Posts that get or lose a topic.
  public record Group(String title, List<Item> items) {}

  /// @param link empty where the post cannot be opened
  public record Item(
      String confidence,
      String author,
      String day,
      String link,
      String id,
      String excerpt,
      String classifier,
      List<String> words) {}

  /// @param reasons each with how often
  public record Failed(String title, List<String> reasons) {}

  public record Spent(String classifier, String posts, String mean, String longest) {}

  public String subject() {
    return difference.subject();
  }

  public String active() {
    return String.join(", ", difference.active());
  }

  public String candidate() {
    return String.join(", ", difference.candidate());
  }

  public String summary() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d posts would change (%s): topics added %,d times, removed %,d times.",
        difference.changed(),
        difference.posts(),
        ShadowText.percent(difference.changedShare()),
        difference.added(),
        difference.removed());
  }

  public String jaccard() {
    return ShadowText.places(difference.jaccard());
  }

  public List<Row> rows() {
    return difference.topics().stream()
        .map(
            topic ->
                new Row(
                    topic.topic(),
                    number(topic.active()),
                    number(topic.candidate()),
                    number(topic.added()),
                    share(topic.added(), topic.addedShare()),
                    number(topic.removed()),
                    share(topic.removed(), topic.removedShare()),
                    ShadowText.places(topic.kappa())))
        .toList();
  }

  private static String share(int posts, Fixed share) {
    return posts == 0 ? "" : ShadowText.percent(share);
  }

  public List<Group> groups() {
    return difference.topics().stream()
        .filter(Difference.TopicChange::isChange)
        .flatMap(
            topic ->
                Stream.of(
                    group(
                        topic.topic() + " would be added to", topic.added(), topic.addedExamples()),
                    group(
                        topic.topic() + " would be removed from",
                        topic.removed(),
                        topic.removedExamples())))
        .filter(group -> !group.items().isEmpty())
        .toList();
  }

  private static Group group(String what, int posts, List<Example> examples) {
    return new Group(
        what + " " + number(posts) + (posts == 1 ? " post" : " posts"),
        examples.stream().map(ShadowView::item).toList());
  }

  private static Item item(Example example) {
    return new Item(
        ShadowText.places(example.confidence()),
        Lines.name(example.author()),
        example.published().toString(),
        example.link() == null ? "" : example.link(),
        example.id(),
        example.excerpt(),
        example.classifier(),
        example.words());
  }

  public List<Failed> failures() {
    return difference.failures().stream()
        .map(
            failing ->
                new Failed(
                    failing.classifier() + " failed on " + number(failing.posts()) + " posts",
                    failing.reasons().stream()
                        .map(reason -> number(reason.posts()) + " times: " + reason.reason())
                        .toList()))
        .toList();
  }

  public List<Spent> costs() {
    return difference.costs().stream()
        .map(
            cost ->
                new Spent(
                    cost.classifier(),
                    String.format(Locale.ROOT, "%,d", cost.posts()),
                    ShadowText.millis(cost.microsPerPost()),
                    ShadowText.millis(cost.longestMicros())))
        .toList();
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
