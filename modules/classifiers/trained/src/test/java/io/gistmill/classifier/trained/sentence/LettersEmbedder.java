package io.gistmill.classifier.trained.sentence;

/// Stands in for a model of sentences: how often pairs of units stand in a text, in some kinds.
public final class LettersEmbedder implements SentenceEmbedder {

  private static final int DIMS = 257;

  @Override
  public String version() {
    return "letters-1";
  }

  @Override
  public int dims() {
    return DIMS;
  }

  @Override
  public float[] embed(String text) {
    var vector = new float[DIMS];
    for (int i = 1; i < text.length(); i++) {
      vector[(text.charAt(i - 1) * 31 + text.charAt(i)) % DIMS]++;
    }
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    for (int d = 0; d < DIMS && squares > 0; d++) {
      vector[d] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  @Override
  public void close() {}
}
