package io.gistmill.runtime.page;

import java.util.List;

/// A page in the navigation.
public record PageLink(String href, String name) {

  /// Those of the gateway, which stand at the head of each page.
  public static final List<PageLink> ALL =
      List.of(
          new PageLink("/", "Today"),
          new PageLink("/topics", "Topics"),
          new PageLink("/digests", "Digests"),
          new PageLink("/search", "Search"),
          new PageLink("/subscribe", "Subscribe"),
          new PageLink("/mails", "Mails"),
          new PageLink("/status", "Status"));

  /// On a narrow screen there is no room for it: the foot of each page has it too.
  public boolean last() {
    return href.equals("/status");
  }
}
