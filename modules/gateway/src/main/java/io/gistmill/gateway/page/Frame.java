package io.gistmill.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What surrounds the content of every page.
///
/// @param title of the page
/// @param here the address in the navigation that the page belongs to; empty for none
/// @param asOf the last tick; null before the first
/// @param behind why the pages may be old; null when they are not
public record Frame(
    String title, String here, @Nullable TimeView asOf, @Nullable String behind, boolean live) {

  private static final List<Link> LINKS =
      List.of(
          new Link("/", "Today"),
          new Link("/topics", "Topics"),
          new Link("/digests", "Digests"),
          new Link("/search", "Search"),
          new Link("/mails", "Mails"),
          new Link("/status", "Status"));

  public record Link(String href, String name) {}

  public List<Link> links() {
    return LINKS;
  }

  public String css() {
    return Assets.css();
  }

  public String script() {
    return Assets.script();
  }

  public String icon() {
    return Assets.icon();
  }
}
