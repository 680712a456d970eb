package io.gistmill.producer.feed;

import io.gistmill.producer.archive.Links;
import io.gistmill.web.WebAddress;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// Makes plain words of what stands in a feed.
final class HtmlWords {

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^<>]*>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:[a-zA-Z]{2,10}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});");
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "svg",
          "head",
          "form",
          "button",
          "select",
          "textarea",
          "audio",
          "video",
          "canvas",
          "math");
  private static final int DEPTH = 256;

  private HtmlWords() {}

  static PlainWords of(Markup markup, URI base) {
    String words = markup.words();
    boolean html =
        switch (markup.form()) {
          case PLAIN -> false;
          case HTML -> true;
          case UNKNOWN -> TAG.matcher(words).find();
        };
    if (html) {
      return ofHtml(words, base);
    }
    String plain =
        markup.form() == Markup.Form.UNKNOWN && ENTITY.matcher(words).find()
            ? Parser.unescapeEntities(words, false)
            : words;
    String text = tidy(plain);
    return new PlainWords(text, Links.in(List.of(text)));
  }

  /// On one line. Titles are HTML in some feeds, and HTML that was escaped twice in others.
  static String line(Markup markup, URI base) {
    PlainWords once = of(markup, base);
    boolean again = markup.form() != Markup.Form.PLAIN && ENTITY.matcher(once.text()).find();
    String words =
        again ? of(new Markup(once.text(), Markup.Form.UNKNOWN), base).text() : once.text();
    return words.replaceAll("\\s+", " ").strip();
  }

  private static PlainWords ofHtml(String html, URI base) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEPTH);
    Document document = Jsoup.parse(html, base.toString(), parser);
    var collector = new Collector(base);
    NodeTraversor.filter(collector, document.body());
    String text = tidy(collector.text.toString());
    var links = new LinkedHashSet<>(collector.links);
    links.addAll(Links.in(List.of(text)));
    return new PlainWords(text, List.copyOf(links));
  }

  /// No blanks at the ends of lines, no more than one empty line.
  static String tidy(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u00a0', ' ')
        .replaceAll("[ \\t]+\\n", "\n")
        .replaceAll("\\n[ \\t]+", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  private static final class Collector implements NodeFilter {

    private final URI base;
    private final StringBuilder text = new StringBuilder();
    private final LinkedHashSet<String> links = new LinkedHashSet<>();
    private int verbatim;

    Collector(URI base) {
      this.base = base;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        append(verbatim > 0 ? words.getWholeText() : words.text());
      } else if (node instanceof Element element) {
        if (UNSEEN.contains(element.normalName())) {
          return FilterResult.SKIP_ENTIRELY;
        }
        open(element);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        verbatim -= element.normalName().equals("pre") ? 1 : 0;
        if (element.isBlock() && !element.normalName().equals("br")) {
          breakLine(gap(element));
        }
      }
      return FilterResult.CONTINUE;
    }

    private void open(Element element) {
      switch (element.normalName()) {
        case "br" -> text.append('\n');
        case "img" -> append(element.attr("alt").strip());
        case "a" -> link(element.attr("href"));
        case "li" -> {
          breakLine("\n");
          text.append("- ");
        }
        case "td", "th" -> append(" ");
        default -> {
          verbatim += element.normalName().equals("pre") ? 1 : 0;
          if (element.isBlock()) {
            breakLine(gap(element));
          }
        }
      }
    }

    private static String gap(Element element) {
      return switch (element.normalName()) {
        case "li", "tr", "td", "th", "dt", "dd", "tbody", "thead", "option" -> "\n";
        default -> "\n\n";
      };
    }

    private void append(String words) {
      boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
      text.append(atStart && verbatim == 0 ? words.stripLeading() : words);
    }

    private void breakLine(String gap) {
      if (!text.isEmpty() && !endsWith("- ") && !endsWith(gap)) {
        text.append(gap);
      }
    }

    private boolean endsWith(String gap) {
      int from = text.length() - gap.length();
      return from >= 0 && text.indexOf(gap, from) == from;
    }

    private void link(String reference) {
      if (reference.isBlank() || reference.startsWith("#")) {
        return;
      }
      try {
        String scheme = reference.strip().toLowerCase(Locale.ROOT);
        if (!scheme.matches("(?s)[a-z][a-z0-9+.-]*:.*") || scheme.startsWith("http")) {
          links.add(WebAddress.resolve(base, reference).toString());
        }
      } catch (IllegalArgumentException e) {
        // A broken link inside a text is no reason to lose the text.
        return;
      }
    }
  }
}
