package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.List;
import java.util.Locale;

/// An evaluation for a terminal; whole lines.
final class EvaluationText {

  private static final int CONFUSIONS = 10;
  private static final int EXAMPLES = 5;

  private final StringBuilder text = new StringBuilder();

  private EvaluationText() {}

  static String of(Evaluation evaluation) {
    var text = new EvaluationText();
    text.summary(evaluation);
    text.topics(evaluation.topics());
    text.reliability(evaluation.reliability());
    text.confusions(evaluation.confusions());
    text.mistakes("Confidently wrong", evaluation.wrong(), "readers say");
    text.mistakes("Surely missed", evaluation.missed(), "given instead");
    text.curve(evaluation.curve());
    return text.text.toString();
  }

  private void summary(Evaluation evaluation) {
    line("%s", evaluation.subject());
    line("");
    summary("measured", evaluation.summary());
    if (evaluation.agreement() != null) {
      summary("readers agree", evaluation.agreement());
      line("(the mean over %d readers)", evaluation.readers());
    }
    line("calibration error %s", places(evaluation.reliability().error()));
  }

  private void summary(String what, Summary summary) {
    line(
        "%-14s precision %s  recall %s  F1 %s  mean F1 of topics %s  exact %s",
        what,
        places(summary.precision()),
        places(summary.recall()),
        places(summary.f1()),
        places(summary.macroF1()),
        places(summary.exact()));
  }

  private void topics(List<TopicScore> topics) {
    line("");
    line(
        "%-24s %6s %6s %6s   precis.  recall      F1  cal.err.",
        "topic", "right", "wrong", "missed");
    for (TopicScore topic : topics) {
      line(
          "%-24s %6s %6s %6s     %s   %s   %s     %s",
          topic.topic(),
          topic.right(),
          topic.wrong(),
          topic.missed(),
          places(topic.precision()),
          places(topic.recall()),
          places(topic.f1()),
          places(topic.reliability().error()));
    }
  }

  private void reliability(Reliability reliability) {
    line("");
    line("Said with confidence, and came true:");
    for (Reliability.Bin bin : reliability.bins()) {
      line("  %s  %s  (%d)", places(bin.said()), places(bin.came()), bin.count());
    }
  }

  private void confusions(List<Confusion> confusions) {
    if (!confusions.isEmpty()) {
      line("");
      line("Given where readers have another topic:");
    }
    for (Confusion confusion : confusions.stream().limit(CONFUSIONS).toList()) {
      line("  %5s  %s where it is %s", confusion.posts(), confusion.given(), confusion.missed());
    }
  }

  private void mistakes(String title, List<Mistake> mistakes, String instead) {
    if (!mistakes.isEmpty()) {
      line("");
      line("%s (%d):", title, mistakes.size());
    }
    for (Mistake mistake : mistakes.stream().limit(EXAMPLES).toList()) {
      line(
          "  %s %s, %s; %s: %s",
          mistake.topic(),
          mistake.confidence() == null ? "" : places(mistake.confidence()),
          mistake.id(),
          instead,
          listed(mistake.instead()));
      line("      %s", mistake.excerpt());
      if (!mistake.words().isEmpty()) {
        line("      because of: %s", listed(mistake.words()));
      }
    }
  }

  private void curve(List<Evaluation.CurvePoint> curve) {
    if (!curve.isEmpty()) {
      line("");
      line("examples      F1  mean F1 of topics");
    }
    for (Evaluation.CurvePoint point : curve) {
      line("%8d   %s  %s", point.examples(), places(point.f1()), places(point.macroF1()));
    }
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "no topic" : String.join(", ", names);
  }

  static String places(Fixed number) {
    return String.format(Locale.ROOT, "%.3f", number.toDecimal());
  }

  private void line(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    text.append(line.replaceAll("[\\p{Cc}\\s]", " ").stripTrailing()).append('\n');
  }
}
