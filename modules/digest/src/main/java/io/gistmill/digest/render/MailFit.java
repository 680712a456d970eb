package io.gistmill.digest.render;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Makes a page short enough for a mail. Gmail shows some 102 KB of a mail's HTML and hides the
/// rest, with it the link to unsubscribe, behind another click.
final class MailFit {

  /// Bytes of HTML in UTF-8, before any transfer encoding; what a mail server adds has room.
  static final int LIMIT = 98_000;

  /// A story told by hundreds is still one story.
  private static final int POSTS = 6;

  private MailFit() {}

  /// Leaves whole stories out, worst first, until the rest fits.
  static DigestPage fit(DigestPage page, Function<DigestPage, String> html) {
    DigestPage shortened = page.withStories(page.stories().stream().map(MailFit::shorten).toList());
    return fits(shortened, html) ? shortened : shortened.withBest(longest(shortened, html));
  }

  private static DigestPage.StoryView shorten(DigestPage.StoryView story) {
    return story.withFirst(POSTS);
  }

  /// By bisection, as more stories never make a page shorter.
  private static int longest(DigestPage page, Function<DigestPage, String> html) {
    int fitting = 0;
    int tooMany = page.stories().size();
    while (fitting + 1 < tooMany) {
      int count = (fitting + tooMany) >>> 1;
      if (fits(page.withBest(count), html)) {
        fitting = count;
      } else {
        tooMany = count;
      }
    }
    return fitting;
  }

  private static boolean fits(DigestPage page, Function<DigestPage, String> html) {
    return html.apply(page).getBytes(StandardCharsets.UTF_8).length <= LIMIT;
  }
}
