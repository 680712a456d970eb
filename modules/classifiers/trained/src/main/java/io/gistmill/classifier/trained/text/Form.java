package io.gistmill.classifier.trained.text;

import io.gistmill.domain.Post;

/// What a post looks like, whatever it says, as grams of its own.
final class Form {

  private static final int[] LENGTHS = {30, 60, 120, 240, 480, 960};

  private Form() {}

  /// @param length of the post's own text, as it is normalised
  static void of(Post post, int length, Bag bag) {
    String text = post.text();
    int bucket = 0;
    while (bucket < LENGTHS.length && length >= LENGTHS[bucket]) {
      bucket++;
    }
    add(bag, "length" + bucket);
    int end = Math.min(text.length(), PostText.MAX_TEXT);
    addIf(bag, post.title() != null, "title");
    addIf(bag, !post.quoted().isEmpty(), "quoted");
    addIf(bag, post.links().isEmpty(), "nolink");
    addIf(bag, post.links().size() > 2, "links");
    addIf(bag, has(text, '?', end) || has(text, '？', end), "question");
    addIf(bag, has(text, '!', end) || has(text, '！', end), "exclamation");
    addIf(bag, text.startsWith("```") || text.contains("\n```"), "code");
    addIf(bag, hasList(text), "list");
  }

  /// Whether a line further down begins with a number 1, or with a dash or a dot and a blank.
  private static boolean hasList(String text) {
    int line = text.indexOf('\n');
    while (line >= 0 && !isItem(text, line + 1)) {
      line = text.indexOf('\n', line + 1);
    }
    return line >= 0;
  }

  private static boolean isItem(String text, int at) {
    char first = at < text.length() ? Normaliser.fold(text.charAt(at)) : ' ';
    boolean mark = first == '-' || first == '•';
    return first == '1' || mark && at + 1 < text.length() && Units.isBlank(text.charAt(at + 1));
  }

  private static boolean has(String text, char c, int end) {
    int at = text.indexOf(c);
    return at >= 0 && at < end;
  }

  private static void addIf(Bag bag, boolean is, String name) {
    if (is) {
      add(bag, name);
    }
  }

  private static void add(Bag bag, String name) {
    bag.gram(Grams.hash("form", name), 2, 0, 0);
  }
}
