package io.gistmill.classifier.trained.model;

/// What a model looks at beside the grams.
///
/// @param longest run of unspaced characters that is a gram, 1 to 4
/// @param vectors weight of the mean token vector, 0 to leave it out
/// @param terms weight of the taxonomy's scores, 0 to leave them out
/// @param sentence weight of the vector of the whole sentence, 0 to leave it out
/// @param neighbours weight of what the nearest examples say, 0 not to ask them; needs `sentence`
public record FeatureSettings(
    int longest, double vectors, double terms, double sentence, double neighbours) {

  public FeatureSettings {
    if (longest < 1 || longest > 4 || vectors < 0 || terms < 0 || sentence < 0 || neighbours < 0) {
      throw new IllegalArgumentException(
          "longest should be 1 to 4 and no weight below 0: "
              + String.join(
                  ", ",
                  String.valueOf(longest),
                  String.valueOf(vectors),
                  String.valueOf(terms),
                  String.valueOf(sentence),
                  String.valueOf(neighbours)));
    }
    if (neighbours > 0 && sentence == 0) {
      throw new IllegalArgumentException("neighbours are found by sentences, which are left out");
    }
  }

  /// Without sentences.
  public FeatureSettings(int longest, double vectors, double terms) {
    this(longest, vectors, terms, 0, 0);
  }

  /// Whether sentences have to be embedded.
  public boolean sentences() {
    return sentence > 0;
  }
}
