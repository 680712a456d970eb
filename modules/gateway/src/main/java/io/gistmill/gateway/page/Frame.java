package io.gistmill.gateway.page;

import io.gistmill.runtime.page.PageLink;
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

  public List<PageLink> links() {
    return PageLink.ALL;
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
