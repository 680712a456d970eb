package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.taxonomy.Taxonomy;
import io.gistmill.classifier.trained.sentence.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The models that come with Gistmill; the build learns them from the posts in `training`.
public final class ShippedModel {

  /// Its place beside this class.
  public static final String FILE = "posts.model";

  private ShippedModel() {}

  /// The one that is best here: it looks at sentences where these can be embedded and are wanted.
  public static TrainedModel best() {
    return Holder.BEST;
  }

  /// The one that looks at words alone, quick enough for the thread of a stream.
  public static TrainedModel ofWords() {
    return Holder.OF_WORDS;
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

  private static final class Holder {
    static final TrainedModel OF_WORDS = read();
    static final TrainedModel BEST = readBest();

    private static TrainedModel read() {
      try (InputStream file = ShippedModel.class.getResourceAsStream(FILE)) {
        if (file == null) {
          throw new IllegalStateException(
              FILE + " is missing; the build of this module writes it before its tests");
        }
        return ModelFile.read(FILE, file.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static TrainedModel readBest() {
      try (InputStream file = Sentences.shippedModel()) {
        return file == null ? OF_WORDS : ModelFile.read("the model of sentences", file.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
