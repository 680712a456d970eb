package io.gistmill.producer.source.api;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Lists of feeds, as feed readers write them.
final class Opml {

  private Opml() {}

  static boolean isOpml(String body) {
    return body.stripLeading().startsWith("<");
  }

  /// The addresses of all feeds, in order, each once.
  static List<String> addresses(String document) {
    Document opml = Jsoup.parse(document, "", Parser.xmlParser());
    return opml.getAllElements().stream()
        .filter(element -> element.normalName().equals("outline"))
        .map(Opml::address)
        .filter(address -> !address.isEmpty())
        .distinct()
        .toList();
  }

  /// The attribute is `xmlUrl`, in whatever letters.
  private static String address(Element outline) {
    for (Attribute attribute : outline.attributes()) {
      if (attribute.getKey().toLowerCase(Locale.ROOT).equals("xmlurl")) {
        return attribute.getValue().strip();
      }
    }
    return "";
  }
}
