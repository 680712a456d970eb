package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The model that comes with Gistmill; the build learns it from the posts in `training`.
public final class ShippedModel {

  /// Its place beside this class.
  public static final String FILE = "posts.model";

  private ShippedModel() {}

  public static TrainedModel get() {
    return Holder.MODEL;
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
    static final TrainedModel MODEL = read();

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
  }
}
