package io.gistmill.classifier.trained;

import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.TrainerSettings;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.classifier.trained.model.FeatureSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// Made-up posts about three things, which a model can tell apart without trouble.
public final class Fixture {

  public static final TrainerSettings SETTINGS =
      new TrainerSettings(new FeatureSettings(2, 1, 0.5), 1, 1, 1, 1, 4, 1);

  private static final List<String> TOPICS = List.of("bread", "rivers", "stars");

  private static final List<List<String>> WORDS =
      List.of(
          List.of("flour", "oven", "sourdough", "crust", "烤箱", "面粉", "酵母", "面包"),
          List.of("estuary", "flood", "delta", "barge", "河流", "洪水", "三角洲", "驳船"),
          List.of("nebula", "telescope", "orbit", "quasar", "星云", "望远镜", "轨道", "类星体"));

  private static final List<String> FILLER =
      List.of("today", "we saw", "some", "with", "again", "真的", "今天", "我们", "看到", "一些");

  private Fixture() {}

  /// @param single whether each has exactly one topic, else none to two
  public static List<Example> examples(int count, boolean single, long seed) {
    var random = new Random(seed);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < count; i++) {
      SortedSet<String> topics = new TreeSet<>();
      int wanted = single ? 1 : random.nextInt(3);
      while (topics.size() < wanted) {
        topics.add(TOPICS.get(random.nextInt(TOPICS.size())));
      }
      examples.add(new Example(TrainingFile.post(null, text(topics, random), List.of()), topics));
    }
    return examples;
  }

  private static String text(SortedSet<String> topics, Random random) {
    var words = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      words.add(FILLER.get(random.nextInt(FILLER.size())));
    }
    for (String topic : topics) {
      List<String> own = WORDS.get(TOPICS.indexOf(topic));
      for (int i = 0; i < 4; i++) {
        words.add(random.nextInt(words.size()), own.get(random.nextInt(own.size())));
      }
    }
    return String.join(" ", words);
  }
}
