package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.taxonomy.Taxonomy;
import io.gistmill.classifier.taxonomy.TermScores;
import io.gistmill.classifier.trained.sentence.Sentences;
import io.gistmill.classifier.trained.text.Bag;
import io.gistmill.classifier.trained.text.PostText;
import io.gistmill.classifier.trained.vectors.TokenVectors;
import io.gistmill.classifier.trained.vectors.WeightedRows;
import io.gistmill.domain.Post;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns posts into numbers: grams with their counts, and a row of dense features. Reused from post
/// to post; for one thread at a time.
public final class PostEncoder {

  private static final float[] DAMPENED = dampened();

  private final FeatureSettings settings;
  private final PostText text;
  private final Bag bag = new Bag();
  private final int dims;
  private final float[] dense;
  private final int sentenceAt;
  private final Function<Post, byte[]> sentences;
  private byte[] sentence = {};

  private final @Nullable WeightedRows words;
  private final @Nullable TermScores terms;

  public PostEncoder(FeatureSettings settings) {
    this(settings, Sentences::of);
  }

  /// @param sentences gives the vector of a post, as [Sentences#of] does; asked where the settings
  ///   want one
  public PostEncoder(FeatureSettings settings, Function<Post, byte[]> sentences) {
    this.settings = settings;
    this.sentences = sentences;
    this.text = new PostText(settings.longest());
    this.words = settings.vectors() > 0 ? TokenVectors.shipped().sum() : null;
    this.dims = words == null ? 0 : TokenVectors.shipped().dims();
    this.terms = settings.terms() > 0 ? TermScores.shipped() : null;
    this.sentenceAt = dims + (terms == null ? 0 : terms.topics().size());
    this.dense = new float[sentenceAt + (settings.sentences() ? Sentences.embedder().dims() : 0)];
  }

  /// Reads a post, which [#bag] and [#dense] then tell of.
  public void read(Post post) {
    text.read(post, bag);
    Arrays.fill(dense, 0);
    if (words != null) {
      addVectors(words);
    }
    if (terms != null) {
      double[] scores = terms.of(post);
      for (int i = 0; i < scores.length; i++) {
        dense[dims + i] = (float) (settings.terms() * scores[i]);
      }
    }
    if (settings.sentences()) {
      addSentence(sentences.apply(post));
    }
  }

  /// Tells where the grams stand of the post that was read last; see [PostText#locate].
  void locate(PostText.Located located) {
    text.locate(located);
  }

  static String termsVersion() {
    return Taxonomy.shipped().version();
  }

  static String vectorsVersion() {
    return TokenVectors.shipped().version();
  }

  private void addSentence(byte[] steps) {
    sentence = steps;
    for (int d = 0; d < steps.length; d++) {
      dense[sentenceAt + d] = (float) (settings.sentence() * steps[d] / Sentences.STEPS);
    }
  }

  private void addVectors(WeightedRows words) {
    TokenVectors vectors = TokenVectors.shipped();
    words.clear();
    for (int i = 0; i < bag.size(); i++) {
      int row = vectors.find(bag.hash(i));
      if (row >= 0) {
        words.add(row, dampened(bag.count(i)) * vectors.weight(row));
      }
    }
    words.sum(dense);
    double squares = 0;
    for (int d = 0; d < dims; d++) {
      squares += dense[d] * dense[d];
    }
    if (squares > 0) {
      float factor = (float) (settings.vectors() / Math.sqrt(squares));
      for (int d = 0; d < dims; d++) {
        dense[d] *= factor;
      }
    }
  }

  public Bag bag() {
    return bag;
  }

  /// Good until the next post is read.
  public float[] dense() {
    return dense;
  }

  /// The vector of the sentence as [Sentences] rounds it; empty where it is left out.
  public byte[] sentence() {
    return sentence;
  }

  /// What a count is worth: 1 + ln(times), since the tenth mention says less than the first.
  ///
  /// @param count in halves of one occurrence, 1 to 255
  public static float dampened(int count) {
    return DAMPENED[count];
  }

  private static float[] dampened() {
    var values = new float[256];
    for (int i = 1; i < values.length; i++) {
      values[i] = (float) (1 + StrictMath.log(i / 2.0));
    }
    return values;
  }
}
