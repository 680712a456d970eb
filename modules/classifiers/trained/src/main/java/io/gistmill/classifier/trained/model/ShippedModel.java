package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.taxonomy.Taxonomy;
import io.gistmill.classifier.trained.sentence.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The models that come with Gistmill; the build learns them from the posts in `training`.
public final class ShippedModel {

  /// Its place beside this class.
  public static final String FILE = "posts.model";

  private ShippedModel() {}

  /// The one that looks at words alone, quick enough for the thread of a stream.
  public static TrainedModel ofWords() {
    return Words.MODEL;
  }

  /// The one that looks at whole sentences too, for those who can wait for it; none where nothing
  /// here embeds them.
  public static Optional<TrainedModel> ofSentences() {
    return WholeSentences.MODEL;
  }

  /// What people call topics, in English, as far as the taxonomy that comes with Gistmill knows
  /// them.
  public static Map<String, String> topicNames(Set<String> topics) {
    var names = new TreeMap<String, String>();
    for (var topic : Taxonomy.shipped().topics()) {
      String name = topic.names().get("en");
      if (name != null && topics.contains(topic.slug())) {
        names.put(topic.slug(), name);
      }
    }
    return names;
  }

  private static TrainedModel read(String name, InputStream file) {
    try (file) {
      return ModelFile.read(name, file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Words {
    static final TrainedModel MODEL = read();

    private static TrainedModel read() {
      InputStream file = ShippedModel.class.getResourceAsStream(FILE);
      if (file == null) {
        throw new IllegalStateException(
            FILE + " is missing; the build of this module writes it before its tests");
      }
      return ShippedModel.read(FILE, file);
    }
  }

  private static final class WholeSentences {
    static final Optional<TrainedModel> MODEL =
        Optional.ofNullable(Sentences.shippedModel()).map(file -> read("model of sentences", file));
  }
}
