package io.gistmill.classifier.trained.tools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The short texts on which a student is taught: the sentences of the training posts, the long
/// entries of the dictionary, and words thrown together, so that it sees many more words than the
/// posts have.
///
/// @param sentences how many of the texts, which come first, are sentences of posts
record Lessons(List<String> texts, int sentences) {

  private static final int THROWN = 50_000;
  private static final int LONG_ENTRIES = 30_000;
  private static final int KNOWN = 60_000;

  static Lessons of(Dictionary dictionary, List<String> posts) {
    Set<String> texts = new LinkedHashSet<>();
    for (String post : posts) {
      for (String sentence : post.replaceAll("https?://\\S+", " ").split("[。！？!?\n]")) {
        if (sentence.strip().length() >= 6) {
          texts.add(shortened(sentence.strip()));
        }
      }
    }
    int sentences = texts.size();
    dictionary.entries().stream()
        .filter(entry -> entry.word().length() >= 4)
        .limit(LONG_ENTRIES)
        .forEach(entry -> texts.add(entry.word()));
    throwTogether(dictionary, texts);
    return new Lessons(List.copyOf(texts), sentences);
  }

  private static String shortened(String sentence) {
    return sentence.length() <= 160 ? sentence : sentence.substring(0, 160);
  }

  private static void throwTogether(Dictionary dictionary, Set<String> texts) {
    var words = new ArrayList<String>();
    var sums = new double[KNOWN];
    double sum = 0;
    for (Dictionary.Entry entry : dictionary.entries()) {
      if (entry.word().length() >= 2 && words.size() < KNOWN) {
        sum += Math.sqrt(entry.count());
        sums[words.size()] = sum;
        words.add(entry.word());
      }
    }
    var random = new Random(3);
    for (int i = 0; i < THROWN; i++) {
      var text = new StringBuilder();
      for (int left = 2 + random.nextInt(5); left > 0; left--) {
        int at = Arrays.binarySearch(sums, random.nextDouble() * sum);
        text.append(words.get(Math.min(KNOWN - 1, at < 0 ? -at - 1 : at)));
      }
      texts.add(text.toString());
    }
  }
}
