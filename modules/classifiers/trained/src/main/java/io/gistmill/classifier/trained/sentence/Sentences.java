package io.gistmill.classifier.trained.sentence;

import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Post;
import java.io.InputStream;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// The embedder that is on the class path, if there is one, and its vectors in whole steps.
///
/// Steps make results repeatable: the same text may differ in the last digits from one processor to
/// another, and what is compared and stored are bytes.
public final class Sentences {

  /// So many steps are a length of 1; no component of a real sentence reaches 127 of them.
  public static final int STEPS = 300;

  private Sentences() {}

  /// The model of the shipped topics that looks at sentences, as a model file; none where nothing
  /// here embeds them.
  public static @Nullable InputStream shippedModel() {
    return Installed.EMBEDDER.map(SentenceEmbedder::shippedModel).orElse(null);
  }

  /// Whether sentences can be embedded here.
  public static boolean installed() {
    return Installed.EMBEDDER.isPresent();
  }

  /// @throws IllegalArgumentException when there is none, saying how to mend that
  public static SentenceEmbedder embedder() {
    return Installed.EMBEDDER.orElseThrow(
        () ->
            new IllegalArgumentException(
                "this needs vectors of sentences, and no embedder is on the class path; add the"
                    + " module gistmill-classifier-embedding, or train with --embed no"));
  }

  /// Version of the embedder that is there.
  public static String version() {
    return Installed.EMBEDDER.map(SentenceEmbedder::version).orElse("none");
  }

  /// Version of what [#emphasis] goes by; empty where the embedder cannot tell.
  public static String emphasisVersion() {
    return embedder().emphasisVersion();
  }

  /// The vector of title and text.
  public static byte[] of(Post post) {
    String title = post.title() == null ? "" : post.title() + "\n";
    return rounded(embedder().embed(title + post.text()));
  }

  /// How strongly each part of its text speaks for a post, as far as the embedder can tell.
  public static Emphasis emphasis(Post post) {
    return embedder().emphasis(post.text());
  }

  static byte[] rounded(float[] vector) {
    var rounded = new byte[vector.length];
    for (int d = 0; d < rounded.length; d++) {
      int steps = Math.round(vector[d] * STEPS);
      rounded[d] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, steps));
    }
    return rounded;
  }

  private static final class Installed {
    static final Optional<SentenceEmbedder> EMBEDDER =
        ServiceLoader.load(SentenceEmbedder.class).findFirst();
  }
}
