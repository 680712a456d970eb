package io.gistmill.digest.desk;

import io.gistmill.digest.desk.brief.WeightTable;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Decides whether two posts tell one story: the sum of small decision trees over the values of
/// [Comparison].
///
/// The trees were learnt from labelled pairs; see `training/stories`. A score is the logarithm of
/// the odds that a pair tells one story, less what is asked for.
final class StoryModel {

  private static final String FILE = "story-model.txt";
  private static final double LEAST_RARE = NameIndex.LEAST_RARE / (double) Name.MAX_WEIGHT;
  private static final double LEAST_SHARED = NameIndex.LEAST_SHARED / Comparison.MANY_NAMES;

  /// Of shared meanings; see [TermOverlap#sum()].
  private static final double LEAST_MEANT = 12 / Comparison.MANY_WORDS;

  /// One post in a hundred and fifty has such a word.
  private static final double LEAST_WORD = 15.0 / Name.MAX_WEIGHT;

  private static final int MICROS_IN_A_THOUSANDTH = 1000;
  private static final Feature[] FEATURES = Feature.values();

  static final Fixed APART = new Fixed(Long.MIN_VALUE);

  private final List<StoryTree> trees;

  StoryModel(List<StoryTree> trees) {
    this.trees = List.copyOf(trees);
  }

  /// Read when it is asked for, so that features may go before the trees are learnt anew.
  private static final class Shipped {
    static final StoryModel MODEL = read();
  }

  static StoryModel shipped() {
    return Shipped.MODEL;
  }

  List<StoryTree> trees() {
    return trees;
  }

  /// @return zero or more when the two tell one story; [#APART] when they share no rare name, no
  ///   link and too few telling meanings, nor author and rare words, whatever else they have in
  ///   common: of such pairs nothing was learnt; the same when they are about different releases of
  ///   one thing, which differ in little else
  Fixed score(Map<Feature, Double> values) {
    if (!areComparable(values)) {
      return APART;
    }
    int[] hundredths = hundredths(values);
    long score = 0;
    for (StoryTree tree : trees) {
      score += tree.score(hundredths);
    }
    return new Fixed(score * MICROS_IN_A_THOUSANDTH);
  }

  static boolean areComparable(Map<Feature, Double> values) {
    return value(values, Feature.OTHER_RELEASE) == 0 && haveSomethingInCommon(values);
  }

  private static boolean haveSomethingInCommon(Map<Feature, Double> values) {
    return value(values, Feature.LINK) > 0
        || value(values, Feature.RAREST_NAME) >= LEAST_RARE
            && value(values, Feature.SHARED_NAMES) >= LEAST_SHARED
        || value(values, Feature.SHARED_MEANINGS) >= LEAST_MEANT
        || value(values, Feature.SAME_AUTHOR) > 0
            && value(values, Feature.SECOND_WORD) >= LEAST_WORD;
  }

  private static double value(Map<Feature, Double> values, Feature feature) {
    return values.getOrDefault(feature, 0.0);
  }

  /// By the place of their feature.
  static int[] hundredths(Map<Feature, Double> values) {
    var hundredths = new int[FEATURES.length];
    values.forEach(
        (feature, value) -> hundredths[feature.ordinal()] = (int) Math.round(value * 100));
    return hundredths;
  }

  private static StoryModel read() {
    return new StoryModel(
        WeightTable.lines(StoryModel.class, FILE).stream()
            .map(line -> StoryTree.parse(Arrays.asList(line.split(" ")).iterator()))
            .toList());
  }
}
