package io.gistmill.classifier.embedding;

import io.gistmill.classifier.trained.sentence.SentenceEmbedder;
import io.gistmill.domain.Emphasis;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// BGE small zh v1.5 in whole numbers of 8 bits: a model of 24 MB for Chinese, which knows some
/// English. It is read at the first text; a text of a headline's length takes some 6 ms on one
/// core. Vectors are of the words alone: addresses in a text are left out.
///
/// (Xiao and others, "C-Pack: packed resources for general Chinese embeddings", 2023.)
public final class BgeEmbedder implements SentenceEmbedder {

  /// How many numbers a vector has.
  public static final int DIMS = 512;

  /// Changes whenever a text may get another vector.
  private static final String VERSION = "bge-small-zh-v1.5-q-3";

  /// Its place beside this class; the build learns it from the posts of the trained classifier.
  static final String MODEL = "posts.model";

  private @Nullable BgeModel model;
  private boolean closed;

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public int dims() {
    return DIMS;
  }

  @Override
  public float[] embed(String text) {
    return model().embed(text);
  }

  @Override
  public Emphasis emphasis(String text) {
    return EmphasisWeights.shipped().emphasis(stretches(text));
  }

  @Override
  public String emphasisVersion() {
    return EmphasisWeights.shipped().version();
  }

  /// What the emphasis is learnt from: the mean vector of the tokens of each stretch, read within
  /// the text; none of what lies too far behind.
  ///
  /// @return a vector of [#DIMS] numbers for each [Emphasis#STRETCH] UTF-16 units
  public float[][] stretches(String text) {
    return model().stretches(text);
  }

  @Override
  public @Nullable InputStream shippedModel() {
    return BgeEmbedder.class.getResourceAsStream(MODEL);
  }

  private synchronized BgeModel model() {
    if (closed) {
      throw new IllegalStateException("this embedder is closed");
    }
    if (model == null) {
      model = BgeModel.open();
    }
    return model;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (model != null) {
      model.close();
      model = null;
    }
  }
}
