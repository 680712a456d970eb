package io.gistmill.classifier.trained.model;

/// What a model looks at beside the grams.
///
/// @param longest run of unspaced characters that is a gram, 1 to 4
/// @param vectors weight of the mean token vector, 0 to leave it out
/// @param terms weight of the taxonomy's scores, 0 to leave them out
public record FeatureSettings(int longest, double vectors, double terms) {

  public FeatureSettings {
    if (longest < 1 || longest > 4 || vectors < 0 || terms < 0) {
      throw new IllegalArgumentException(
          "longest should be 1 to 4 and no weight below 0: "
              + longest
              + ", "
              + vectors
              + ", "
              + terms);
    }
  }
}
