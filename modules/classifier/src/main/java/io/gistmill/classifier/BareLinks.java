package io.gistmill.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds addresses that people write without `https://`, and numbers of papers.
final class BareLinks {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\w./@:-])(?i:[a-z0-9-]{1,40}\\.){1,3}(?i:com|org|net|io|ai|dev|co|cn|app|be|me|so|art)/[\\w./?=&%~-]*[\\w/]");
  private static final Pattern PAPER =
      Pattern.compile("(?i:arxiv)\\s?[:：#]?\\s?(\\d{4}\\.\\d{4,5})(?:v\\d{1,2})?\\b");

  private BareLinks() {}

  /// In the order of the text, papers last.
  static List<String> of(String text) {
    List<String> links = new ArrayList<>();
    Matcher address = ADDRESS.matcher(text);
    while (address.find()) {
      links.add("https://" + address.group());
    }
    Matcher paper = PAPER.matcher(text);
    while (paper.find()) {
      links.add("https://arxiv.org/abs/" + paper.group(1));
    }
    return links;
  }
}
