package io.gistmill.digest.render;

import io.gistmill.digest.render.DigestRenderer.Fitted;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Makes a page short enough for a mail. Gmail shows some 102 KB of a mail's HTML and hides the
/// rest, with it the link to unsubscribe, behind another click. Some found it to count the text,
/// others what it is encoded to for transport; so the longest of these counts here.
///
/// The last guard: [MailWeight] keeps digests that short that nothing is left out here which its
/// reader counts as shown.
final class MailFit {

  /// Bytes of HTML as it travels; what a mail server adds has room.
  static final int LIMIT = 98_000;

  /// A story told by hundreds is still one story.
  static final int POSTS = 6;

  private MailFit() {}

  /// Leaves whole stories out, worst first, until the rest fits.
  static Fitted fit(DigestPage page, Function<DigestPage, String> html) {
    DigestPage shortened = page.withStories(page.stories().stream().map(MailFit::shorten).toList());
    var whole = new Fitted(shortened, html.apply(shortened));
    if (size(whole.html()) <= LIMIT) {
      return whole;
    }
    DigestPage best = shortened.withBest(longest(shortened, html));
    return new Fitted(best, html.apply(best));
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
    return size(html.apply(page)) <= LIMIT;
  }

  /// Bytes in base64 or in quoted-printable (RFC 2045), whichever are more.
  static long size(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return size(bytes.length, quotedPrintable(bytes));
  }

  /// @param bytes in UTF-8
  /// @param quoted bytes of the same in quoted-printable, without line ends
  static long size(long bytes, long quoted) {
    return withLineEnds(Math.max((bytes + 2) / 3 * 4, quoted));
  }

  private static long quotedPrintable(byte[] bytes) {
    long size = 0;
    for (byte unit : bytes) {
      size += unit < 0 || unit == '=' ? 3 : 1;
    }
    return size;
  }

  /// Lines have at most 76 signs; their end takes two, and a third says that the line goes on.
  private static long withLineEnds(long size) {
    return size + size / 73 * 3;
  }
}
