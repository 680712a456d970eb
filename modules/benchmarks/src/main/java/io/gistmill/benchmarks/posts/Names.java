package io.gistmill.benchmarks.posts;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Invents names of people and things from syllables.
final class Names {

  private static final List<String> SYLLABLES =
      List.of(
          "bar", "cel", "dov", "eni", "fal", "gur", "hul", "iri", "jom", "kes", "lun", "mav", "nor",
          "oba", "pel", "qua", "rud", "sol", "tir", "umo", "vex", "wim", "yar", "zan");

  private static final String CHARACTERS = "云帆石竹青岩月桥林深远山小舟长河晚秋白鹭星野春泥北辰南枝听雨知微";

  private final RandomGenerator random;

  Names(RandomGenerator random) {
    this.random = random;
  }

  /// One word with a capital, such as a product's name.
  String thing() {
    return capital(syllables(3));
  }

  String englishPerson() {
    return capital(syllables(2)) + " " + capital(syllables(3));
  }

  String chinesePerson() {
    return character() + character() + character();
  }

  /// Letters and digits of ASCII.
  String handle() {
    return syllables(3) + random.nextInt(100);
  }

  private String syllables(int count) {
    var word = new StringBuilder();
    for (int i = 0; i < count; i++) {
      word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return word.toString();
  }

  private String character() {
    int at = random.nextInt(CHARACTERS.length());
    return CHARACTERS.substring(at, at + 1);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
