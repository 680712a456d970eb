package io.gistmill.digest.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Which colours and sizes meet in a mail, with the styles in line and with those for the dark.
final class MailLooks {

  private final Document mail;
  private final Map<String, Map<String, String>> dark = new HashMap<>();

  /// @param size in px
  record Words(String text, String colour, String background, int size) {}

  MailLooks(String html) {
    this.mail = Jsoup.parse(html);
    for (MatchResult rule : MailFeatures.rules(darkSheet())) {
      dark.put(rule.group(1).strip().substring(1), properties(rule.group(2)));
    }
  }

  private String darkSheet() {
    return MailFeatures.sheets(mail).stream()
        .filter(sheet -> sheet.contains("prefers-color-scheme"))
        .findFirst()
        .orElseThrow();
  }

  List<Words> light() {
    return shown(false);
  }

  List<Words> dark() {
    return shown(true);
  }

  private List<Words> shown(boolean inTheDark) {
    return mail.body().getAllElements().stream()
        .filter(element -> !element.ownText().isBlank())
        .filter(element -> !element.attr("style").contains("display:none"))
        .filter(element -> !element.ownText().equals("\u00A0"))
        .map(element -> words(element, inTheDark))
        .toList();
  }

  private Words words(Element element, boolean inTheDark) {
    return new Words(
        element.ownText(),
        nearest(element, "color", inTheDark),
        nearest(element, "background-color", inTheDark),
        Integer.parseInt(nearest(element, "font-size", inTheDark).replace("px", "")));
  }

  private String nearest(Element element, String property, boolean inTheDark) {
    return Stream.concat(Stream.of(element), element.parents().stream())
        .flatMap(one -> Stream.ofNullable(own(one, property, inTheDark)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + property + " for " + element));
  }

  private @Nullable String own(Element element, String property, boolean inTheDark) {
    String styled = properties(element.attr("style")).get(property);
    return inTheDark
        ? element.classNames().stream()
            .flatMap(name -> Stream.ofNullable(dark.getOrDefault(name, Map.of()).get(property)))
            .findFirst()
            .orElse(styled)
        : styled;
  }

  private static Map<String, String> properties(String style) {
    var properties = new HashMap<String, String>();
    MailFeatures.declarations(style)
        .forEach(part -> properties.put(part[0], part[1].replace(" !important", "")));
    return properties;
  }
}
