package io.gistmill.digest.render;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What of HTML and CSS a document is made of, as the table of mail programs names it.
final class MailFeatures {

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern MEDIA = Pattern.compile("@media \\(([a-z-]+):");

  private final Set<String> used = new TreeSet<>();

  private MailFeatures() {}

  static Set<String> of(String html) {
    var features = new MailFeatures();
    Document document = Jsoup.parse(html);
    document.getAllElements().stream()
        .filter(element -> !element.tagName().startsWith("#"))
        .forEach(features::element);
    features.sheet(sheet(document));
    if (html.contains("<!--")) {
      features.used.add("rule comment");
    }
    return features.used;
  }

  /// All style elements in one text.
  static String sheet(Document document) {
    return String.join("\n", sheets(document));
  }

  static List<String> sheets(Document document) {
    return document.select("style").stream().map(Element::data).toList();
  }

  /// The rules of a style sheet, those within `@media` too: selector and declarations.
  static List<MatchResult> rules(String sheet) {
    return RULE.matcher(sheet.replaceAll("@media [^{]*\\{", "")).results().toList();
  }

  /// Properties with their values.
  static Stream<String[]> declarations(String style) {
    return Stream.of(style.split(";"))
        .filter(part -> !part.isBlank())
        .map(part -> part.split(":", 2))
        .map(part -> new String[] {part[0].strip(), part[1].strip()});
  }

  private void element(Element element) {
    used.add("element " + element.tagName());
    for (Attribute attribute : element.attributes()) {
      used.add("attribute " + attribute.getKey());
    }
    properties(element.attr("style"));
  }

  private void sheet(String sheet) {
    MEDIA.matcher(sheet).results().forEach(media -> used.add("media " + media.group(1)));
    for (MatchResult rule : rules(sheet)) {
      used.add("selector " + (rule.group(1).strip().startsWith(".") ? "class" : "type"));
      properties(rule.group(2));
    }
    if (sheet.contains("!important")) {
      used.add("rule important");
    }
  }

  private void properties(String style) {
    declarations(style).forEach(declaration -> used.add("property " + declaration[0]));
  }
}
