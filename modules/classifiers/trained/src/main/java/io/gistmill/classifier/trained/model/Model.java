package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.trained.sentence.Sentences;
import io.gistmill.domain.Fixed;
import java.util.List;

/// What was learnt, as numbers. Immutable by convention: whoever makes one hands its arrays over.
///
/// @param basis what it was learnt with beside the examples; see [#basis(FeatureSettings)]
/// @param topics slugs in the order of all that goes by topic
/// @param single whether a post has exactly one topic
/// @param grams the grams that it knows
/// @param idf how rare each gram is, by row
/// @param scales what one step of the row's weights is worth, by row
/// @param weights by row, then by topic
/// @param dense by dense feature and at last a constant, then by topic
/// @param slopes of the logistic curve by topic; all alike where `single`
/// @param constants of the logistic curve by topic
/// @param thresholds by topic; nought where `single`
/// @param stacking the second look at all topics; none where `single`, or in models of before
/// @param neighbours the examples that are asked, where the features say so
public record Model(
    String basis,
    FeatureSettings features,
    List<String> topics,
    boolean single,
    GramTable grams,
    float[] idf,
    float[] scales,
    byte[] weights,
    float[] dense,
    double[] slopes,
    double[] constants,
    Fixed[] thresholds,
    Stacking stacking,
    Neighbours neighbours) {

  public Model {
    topics = List.copyOf(topics);
  }

  /// Names the parts of Gistmill whose change would make a model say something else.
  public static String basis(FeatureSettings features) {
    return "grams-1"
        + (features.vectors() > 0 ? " vectors-" + PostEncoder.vectorsVersion() : "")
        + (features.terms() > 0 ? " taxonomy-" + PostEncoder.termsVersion() : "")
        + (features.sentences() ? " sentences-" + Sentences.version() : "");
  }

  /// Rounds weights to whole steps, one step width for each gram.
  ///
  /// @param learnt by topic, then by feature: grams, dense features, the constant
  public static Model rounded(
      FeatureSettings features,
      List<String> topics,
      boolean single,
      GramTable grams,
      float[] idf,
      float[][] learnt,
      double[] slopes,
      double[] constants,
      Fixed[] thresholds,
      Stacking stacking,
      Neighbours neighbours) {
    int count = topics.size();
    var scales = new float[idf.length];
    var weights = new byte[idf.length * count];
    for (int row = 0; row < idf.length; row++) {
      float most = 0;
      for (float[] topic : learnt) {
        most = Math.max(most, Math.abs(topic[row]));
      }
      scales[row] = most / Byte.MAX_VALUE;
      for (int topic = 0; topic < count && most > 0; topic++) {
        weights[row * count + topic] = (byte) Math.round(learnt[topic][row] / scales[row]);
      }
    }
    int others = learnt[0].length - idf.length;
    var dense = new float[others * count];
    for (int i = 0; i < others; i++) {
      for (int topic = 0; topic < count; topic++) {
        dense[i * count + topic] = learnt[topic][idf.length + i];
      }
    }
    return new Model(
        basis(features),
        features,
        topics,
        single,
        grams,
        idf,
        scales,
        weights,
        dense,
        slopes,
        constants,
        thresholds,
        stacking,
        neighbours);
  }
}
