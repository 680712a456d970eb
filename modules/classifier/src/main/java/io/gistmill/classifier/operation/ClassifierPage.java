package io.gistmill.classifier.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The classifiers as a page. Without the text of failures: it may name machines, and who has no
/// token may see the page.
final class ClassifierPage {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Classifiers</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"></head>
      <body>
      <h1>Classifiers</h1>
      <p>What each has done in this process since it was started.</p>
      """;
  private static final String TABLE =
      """
      <table>
      <tr><th>name</th><th>version</th><th>on</th><th>circuit</th><th>calls</th>\
      <th>ms a call</th><th>answers</th><th>failures</th><th>tags</th><th>kept</th>\
      <th>waiting</th></tr>
      """;
  private static final String IDLE =
      "<p>This process works on no posts now: what is shown is how classifiers come, whatever they"
          + " have been switched to.</p>\n";
  private static final String TAIL = "</table>\n</body>\n</html>\n";

  private ClassifierPage() {}

  /// @param atWork false where nothing is known of switches
  static String of(List<ClassifierView> all, boolean atWork) {
    String start = HEAD + (atWork ? "" : IDLE) + TABLE;
    return all.stream().map(ClassifierPage::row).collect(Collectors.joining("", start, TAIL));
  }

  private static String row(ClassifierView one) {
    return List.of(
            one.name(),
            one.version(),
            one.on() ? "on" : "off",
            one.circuit(),
            Long.toString(one.calls()),
            millis(one),
            Long.toString(one.answers()),
            failures(one.failures()),
            Long.toString(one.tags()),
            Long.toString(one.tagsKept()),
            Integer.toString(one.waiting()))
        .stream()
        .map(cell -> "<td>" + escaped(cell) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String millis(ClassifierView one) {
    return one.calls() == 0
        ? ""
        : String.format(Locale.ROOT, "%.2f", 1_000 * one.callSeconds() / one.calls());
  }

  private static String failures(Map<String, Long> failures) {
    return failures.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
