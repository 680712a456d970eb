package io.gistmill.classifier.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The topics that posts can have, and the words that speak for them, as one versioned file.
///
/// @param version changes whenever the same post may get other topics
/// @param topics in the order of the file; slugs are unique
/// @param text the file itself
public record Taxonomy(String version, Scoring scoring, List<TaxonomyTopic> topics, String text) {

  private static final String SHIPPED = "taxonomy.yaml";

  public Taxonomy {
    topics = List.copyOf(topics);
  }

  /// The taxonomy that comes with Gistmill.
  public static Taxonomy shipped() {
    return Shipped.TAXONOMY;
  }

  /// Read once, since several classifiers work with it.
  private static final class Shipped {
    static final Taxonomy TAXONOMY = read();
  }

  private static Taxonomy read() {
    try (InputStream file = Taxonomy.class.getResourceAsStream(SHIPPED)) {
      if (file == null) {
        throw new IllegalStateException(SHIPPED + " is missing from the jar");
      }
      return new TaxonomyReader(SHIPPED).read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a taxonomy that stands in a switch.
  ///
  /// @throws InvalidTaxonomyException naming every mistake of the text
  static Taxonomy of(String text) {
    return new TaxonomyReader("the taxonomy").read(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a taxonomy of the user's own.
  ///
  /// @throws InvalidTaxonomyException naming every mistake of the file
  /// @throws IOException when the file cannot be read at all
  public static Taxonomy load(Path file) throws IOException {
    return new TaxonomyReader(file.toString()).read(Files.readAllBytes(file));
  }
}
