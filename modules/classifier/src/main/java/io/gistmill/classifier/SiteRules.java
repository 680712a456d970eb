package io.gistmill.classifier;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sites on which one thing has several addresses.
final class SiteRules {

  /// New numbers (`2312.04567`) and old ones (`cs/0112017`), with or without version and ending.
  private static final Pattern ARXIV =
      Pattern.compile("(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?(?:\\.pdf)?");

  private SiteRules() {}

  static CanonicalLink apply(CanonicalLink link) {
    return switch (link.host()) {
      case "twitter.com", "x.com", "fxtwitter.com", "vxtwitter.com" -> status(link);
      case "arxiv.org", "export.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org" ->
          paper(link, List.of("abs", "pdf", "html", "format"));
      case "huggingface.co" ->
          link.segment(0).equals("papers") ? paper(link, List.of("papers")) : model(link);
      case "github.com", "raw.githubusercontent.com" -> repository(link);
      case "youtu.be" -> video(link, link.segment(0));
      case "youtube.com", "music.youtube.com", "youtube-nocookie.com" -> video(link);
      default -> link;
    };
  }

  private static CanonicalLink status(CanonicalLink link) {
    int status = link.segments().indexOf("status");
    String id = status < 0 ? "" : link.segment(status + 1);
    return id.isEmpty()
        ? new CanonicalLink("x.com", link.segments(), link.query())
        : new CanonicalLink("x.com", List.of("i", "status", id), "");
  }

  private static CanonicalLink paper(CanonicalLink link, List<String> folders) {
    if (link.segments().size() < 2 || !folders.contains(link.segment(0))) {
      return link;
    }
    String rest = String.join("/", link.segments().subList(1, link.segments().size()));
    Matcher id = ARXIV.matcher(rest);
    return id.matches() ? new CanonicalLink("arxiv.org", List.of("abs", id.group(1)), "") : link;
  }

  private static CanonicalLink repository(CanonicalLink link) {
    if (link.segments().size() < 2) {
      return link;
    }
    String owner = link.segment(0).toLowerCase(Locale.ROOT);
    String name = link.segment(1).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".git") ? name.substring(0, name.length() - 4) : name;
    return new CanonicalLink("github.com", List.of(owner, plain), "");
  }

  /// A model, data set or space without the files inside it.
  private static CanonicalLink model(CanonicalLink link) {
    int length =
        switch (link.segment(0)) {
          case "datasets", "spaces" -> 3;
          case "blog", "docs", "learn", "collections" -> link.segments().size();
          default -> 2;
        };
    List<String> segments = link.segments();
    return new CanonicalLink(
        link.host(), segments.subList(0, Math.min(length, segments.size())), "");
  }

  private static CanonicalLink video(CanonicalLink link) {
    return switch (link.segment(0)) {
      case "shorts", "embed", "live", "v" -> video(link, link.segment(1));
      case "watch" -> video(link, parameter(link.query(), "v"));
      default -> new CanonicalLink("youtube.com", link.segments(), link.query());
    };
  }

  private static CanonicalLink video(CanonicalLink link, String id) {
    return id.isEmpty() ? link : new CanonicalLink("youtube.com", List.of("watch"), "v=" + id);
  }

  private static String parameter(String query, String name) {
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith(name + "=")) {
        return parameter.substring(name.length() + 1);
      }
    }
    return "";
  }
}
