package io.gistmill.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What surrounds the content of every page.
///
/// @param title of the page
/// @param here the address in the navigation that the page belongs to; empty for none
/// @param asOf the last tick; null before the first
/// @param behind why the pages may be old; null when they are not
/// @param template of the page, which may have a script
public record Frame(
    String title, String here, @Nullable TimeView asOf, @Nullable String behind, String template) {

  private static final List<Link> LINKS =
      List.of(
          new Link("/", "Today"),
          new Link("/topics", "Topics"),
          new Link("/digests", "Digests"),
          new Link("/search", "Search"),
          new Link("/subscribe", "Subscribe"),
          new Link("/mails", "Mails"),
          new Link("/status", "Status"));

  public record Link(String href, String name) {

    /// On a narrow screen there is no room for it: the foot of each page has it too.
    public boolean last() {
      return href.equals("/status");
    }
  }

  public List<Link> links() {
    return LINKS;
  }

  public String css() {
    return Assets.css();
  }

  /// Whether it is the page of today, which new posts come into.
  public boolean live() {
    return template.equals("home");
  }

  /// Null for pages without.
  public @Nullable String script() {
    return switch (template) {
      case "home" -> Assets.script();
      case "subscribe" -> Assets.zoneScript();
      default -> null;
    };
  }

  public String icon() {
    return Assets.icon();
  }
}
