package io.gistmill.classifier.trained.text;

import io.gistmill.domain.Post;

/// What a post looks like, whatever it says, as grams of its own.
final class Form {

  private static final int[] LENGTHS = {30, 60, 120, 240, 480, 960};

  private Form() {}

  static void of(Post post, Bag bag) {
    String text = post.text();
    int bucket = 0;
    while (bucket < LENGTHS.length && text.length() >= LENGTHS[bucket]) {
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
    addIf(bag, text.contains("\n- ") || text.contains("\n• ") || text.contains("\n1"), "list");
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
