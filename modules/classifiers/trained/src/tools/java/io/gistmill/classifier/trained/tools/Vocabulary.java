package io.gistmill.classifier.trained.tools;

import io.gistmill.classifier.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which words get a vector, and how common each is: the frequent words of a Chinese dictionary,
/// the whole words of the teacher's vocabulary, the terms of the taxonomy, and what the training
/// texts repeat.
final class Vocabulary {

  private static final int FREQUENT = 20_000;
  private static final int LONGEST = 4;
  private static final double RARE_TOKEN = 1e-5;
  private static final double TERM = 1e-6;
  private static final double WORDS_A_POST = 200;
  private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");
  private static final Pattern TOKEN =
      Pattern.compile("\"((?:[a-z]{2,20})|[\\u4e00-\\u9fff])\":\\d+");

  /// Share of all words, by word; sorted, so that the order is always the same.
  private final TreeMap<String, Double> shares = new TreeMap<>();

  static TreeMap<String, Double> of(Dictionary dictionary, List<String> texts) throws IOException {
    var vocabulary = new Vocabulary();
    vocabulary.addTokens();
    vocabulary.addTerms();
    dictionary.entries().stream()
        .filter(entry -> entry.word().length() <= LONGEST)
        .limit(FREQUENT)
        .forEach(entry -> vocabulary.shares.put(entry.word(), entry.count() / dictionary.total()));
    vocabulary.addTexts(texts);
    return vocabulary.shares;
  }

  private void addTokens() throws IOException {
    try (InputStream file =
        Vocabulary.class.getResourceAsStream("/bge-small-zh-v1.5-q-tokenizer.json")) {
      Matcher token = TOKEN.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      while (token.find()) {
        shares.putIfAbsent(token.group(1), RARE_TOKEN);
      }
    }
  }

  private void addTerms() {
    Taxonomy.shipped().topics().stream()
        .flatMap(topic -> topic.terms().stream())
        .map(term -> term.text().toLowerCase(Locale.ROOT))
        .filter(term -> !Dictionary.HAN.matcher(term).matches() || term.length() <= LONGEST)
        .forEach(term -> shares.putIfAbsent(term, TERM));
  }

  private void addTexts(List<String> texts) {
    Map<String, Integer> posts = new HashMap<>();
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT).replaceAll("https?://\\S+", " ");
      Set<String> seen = new HashSet<>();
      LATIN.matcher(lower).results().map(MatchResult::group).forEach(seen::add);
      Dictionary.HAN.matcher(lower).results().forEach(run -> addRuns(run.group(), seen));
      seen.forEach(word -> posts.merge(word, 1, Integer::sum));
    }
    posts.forEach((word, count) -> addRepeated(word, count, texts.size()));
  }

  private void addRepeated(String word, int count, int texts) {
    double share = count / (WORDS_A_POST * texts);
    if (LATIN.matcher(word).matches()) {
      if (count >= 2) {
        shares.put(word, share);
      }
    } else if (count >= 6) {
      shares.putIfAbsent(word, share);
    }
  }

  private static void addRuns(String run, Set<String> seen) {
    for (int length = 2; length <= LONGEST; length++) {
      for (int i = 0; i + length <= run.length(); i++) {
        seen.add(run.substring(i, i + length));
      }
    }
  }
}
