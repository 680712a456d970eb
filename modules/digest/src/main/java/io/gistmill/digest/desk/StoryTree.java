package io.gistmill.digest.desk;

import java.util.Iterator;

/// One of the small questions that together say whether two posts tell one story.
///
/// Its text is the same in any place: `WEEK 40 RAREST_NAME 75 -120 310 -77` asks whether the posts
/// are less than 40 hundredths of a week apart; if so, whether the rarest name of both has less
/// than 75 hundredths of the most that a name may weigh; and gives -120, 310 or -77 thousandths.
sealed interface StoryTree {

  /// Thousandths of the logarithm of the odds.
  ///
  /// @param values in hundredths, by the place of their feature
  int score(int[] values);

  String text();

  record Leaf(int value) implements StoryTree {
    @Override
    public int score(int[] values) {
      return value;
    }

    @Override
    public String text() {
      return Integer.toString(value);
    }
  }

  /// @param least value with which it goes to the right
  record Split(Feature feature, int least, StoryTree below, StoryTree from) implements StoryTree {
    @Override
    public int score(int[] values) {
      return values[feature.ordinal()] < least ? below.score(values) : from.score(values);
    }

    @Override
    public String text() {
      return feature + " " + least + " " + below.text() + " " + from.text();
    }
  }

  /// @param words of its text
  static StoryTree parse(Iterator<String> words) {
    String word = words.next();
    if (!Character.isLetter(word.charAt(0))) {
      return new Leaf(Integer.parseInt(word));
    }
    int least = Integer.parseInt(words.next());
    StoryTree below = parse(words);
    return new Split(Feature.valueOf(word), least, below, parse(words));
  }
}
