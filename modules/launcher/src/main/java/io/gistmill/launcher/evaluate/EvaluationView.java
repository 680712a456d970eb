package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the page shows, with the places of everything on its drawings.
public record EvaluationView(Evaluation evaluation) {

  private static final int SHOWN = 15;
  private static final int LONGEST_NAME = 20;

  private static final double ROW = 20;
  private static final double BAR_START = 136;
  private static final double BAR = 170;

  private static final double SIDE = 300;
  private static final double LEFT = 40;
  private static final double TOP = 10;

  /// The bar of a topic.
  ///
  /// @param y of the middle of the row
  /// @param width of the bar: F1
  /// @param precision where its mark stands, from the left
  /// @param recall where its mark stands, from the left
  public record Bar(
      String name,
      String says,
      String y,
      String top,
      String width,
      String precision,
      String recall,
      String end,
      String f1) {}

  public record Dot(String x, String y, String radius, String says) {}

  public String title() {
    return "Evaluation: F1 " + places(evaluation.summary().f1());
  }

  public String places(@Nullable Fixed number) {
    return number == null ? "" : EvaluationText.places(number);
  }

  public String listed(List<String> names) {
    return names.isEmpty() ? "no topic" : String.join(", ", names);
  }

  public List<Confusion> confusions() {
    return evaluation.confusions().stream().limit(SHOWN).toList();
  }

  public List<Mistake> wrong() {
    return evaluation.wrong().stream().limit(SHOWN).toList();
  }

  public List<Mistake> missed() {
    return evaluation.missed().stream().limit(SHOWN).toList();
  }

  /// The best topics first.
  public List<Bar> bars() {
    List<TopicScore> topics =
        evaluation.topics().stream()
            .sorted(
                Comparator.comparing(TopicScore::f1).reversed().thenComparing(TopicScore::topic))
            .toList();
    var bars = new ArrayList<Bar>();
    for (TopicScore topic : topics) {
      bars.add(bar(topic, bars.size()));
    }
    return bars;
  }

  private Bar bar(TopicScore topic, int row) {
    double top = row * ROW;
    return new Bar(
        shortened(topic.topic()),
        topic.topic()
            + ": F1 "
            + places(topic.f1())
            + ", precision "
            + places(topic.precision())
            + ", recall "
            + places(topic.recall()),
        number(top + ROW / 2 + 4),
        number(top + 4),
        number(BAR * share(topic.f1())),
        number(BAR_START + BAR * share(topic.precision())),
        number(BAR_START + BAR * share(topic.recall())),
        number(top + ROW - 4),
        places(topic.f1()));
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "\u2026";
  }

  public String barsHeight() {
    return number(Math.max(1, evaluation.topics().size()) * ROW);
  }

  /// From confidence, to the right, to what came true, upwards.
  public List<Dot> reliability() {
    long all = evaluation.reliability().bins().stream().mapToLong(Reliability.Bin::count).sum();
    return evaluation.reliability().bins().stream()
        .map(
            bin ->
                new Dot(
                    x(share(bin.said())),
                    y(share(bin.came())),
                    number(3 + 7 * Math.sqrt((double) bin.count() / all)),
                    "said "
                        + places(bin.said())
                        + ", came true "
                        + places(bin.came())
                        + ", "
                        + bin.count()
                        + " times"))
        .toList();
  }

  /// From the number of examples, to the right, to F1, upwards.
  public List<Dot> curve() {
    return curve(false);
  }

  /// The same for the mean F1 of topics.
  public List<Dot> macroCurve() {
    return curve(true);
  }

  private List<Dot> curve(boolean macro) {
    if (evaluation.curve().isEmpty()) {
      return List.of();
    }
    double most = evaluation.curve().getLast().examples();
    return evaluation.curve().stream()
        .map(
            point ->
                new Dot(
                    x(point.examples() / most),
                    y(share(macro ? point.macroF1() : point.f1())),
                    "4",
                    point.examples()
                        + " examples: F1 "
                        + places(point.f1())
                        + ", mean F1 of topics "
                        + places(point.macroF1())))
        .toList();
  }

  /// The `points` of a line through dots.
  public String line(List<Dot> dots) {
    var points = new ArrayList<String>();
    dots.forEach(dot -> points.add(dot.x() + "," + dot.y()));
    return String.join(" ", points);
  }

  private static String x(double share) {
    return number(LEFT + SIDE * share);
  }

  private static String y(double share) {
    return number(TOP + SIDE * (1 - share));
  }

  private static double share(Fixed number) {
    return number.micros() / 1e6;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
