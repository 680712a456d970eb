package io.gistmill.classifier.trained;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.trained.model.PostReader;
import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.classifier.trained.model.TrainedModel;
import io.gistmill.classifier.trained.sentence.Sentences;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes the classifier `trained`, in the version of what it goes by. What people call its topics
/// the taxonomy says. It is configured by [#SENTENCES], or by nothing for words alone.
public final class TrainedClassifierFactory implements ClassifierFactory {

  /// The configuration of the one that looks at whole sentences beside words.
  public static final String SENTENCES = "sentences";

  private final TrainedModel model;

  /// With the model that looks at words alone; for [java.util.ServiceLoader].
  public TrainedClassifierFactory() {
    this(ShippedModel.ofWords());
  }

  /// With another model.
  public TrainedClassifierFactory(TrainedModel model) {
    this.model = model;
  }

  @Override
  public String name() {
    return "trained";
  }

  /// That of the model, and of what says where a post says most where the model looks at sentences.
  @Override
  public String version() {
    String emphasis = model.sentences() ? Sentences.emphasisVersion() : "";
    return emphasis.isEmpty() ? model.version() : model.version() + "-" + emphasis;
  }

  @Override
  public Set<String> topics() {
    return Collections.unmodifiableSet(new TreeSet<>(model.topics()));
  }

  @Override
  public Map<String, String> topicNames() {
    return ShippedModel.topicNames(topics());
  }

  /// It reads a post a few times, in time that grows with its length alone, and waits for nothing;
  /// unless its model wants sentences embedded.
  @Override
  public boolean inPlace() {
    return !model.sentences();
  }

  /// A minute, for a machine that is busy or has just begun: embedding never hangs, and a post that
  /// is given up gets other topics.
  @Override
  public Duration timeLimit() {
    return Duration.ofMinutes(1);
  }

  /// Posts are embedded one after another.
  @Override
  public int batch() {
    return 1;
  }

  @Override
  public String configuration() {
    return model.sentences() ? SENTENCES : "";
  }

  @Override
  public ClassifierFactory configured(String configuration) {
    String wanted = configuration.strip();
    if (wanted.equals(configuration())) {
      return this;
    }
    return switch (wanted) {
      case "" -> new TrainedClassifierFactory();
      case SENTENCES -> new TrainedClassifierFactory(modelOfSentences());
      default ->
          throw new IllegalArgumentException(
              "the classifier 'trained' is configured by '"
                  + SENTENCES
                  + "', or by nothing where it is to look at words alone");
    };
  }

  private static TrainedModel modelOfSentences() {
    return ShippedModel.ofSentences()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing here embeds sentences; add the module gistmill-classifier-embedding"));
  }

  /// It weighs all words of a post, where terms see their own alone.
  @Override
  public boolean decides() {
    return true;
  }

  /// Tells more of a post than the classifier does. For one thread at a time.
  public PostReader reader() {
    return model.reader(id());
  }

  @Override
  public Classifier create() {
    return model.classifier(id());
  }
}
