package io.gistmill.classifier.embedding;

import io.gistmill.classifier.neural.OnnxModel;
import io.gistmill.classifier.neural.WordList;
import io.gistmill.classifier.neural.WordPiece;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The model and its tokens, out of the jar that ships both.
final class BgeModel implements AutoCloseable {

  /// With the marks at both ends; the model takes 512, and what is short is what it is for.
  static final int MAX_TOKENS = 256;

  private static final String WORDS = "/bge-small-zh-v1.5-q-tokenizer.json";
  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";

  private final WordPiece wordPiece;
  private final OnnxModel model;

  private BgeModel(WordPiece wordPiece, OnnxModel model) {
    this.wordPiece = wordPiece;
    this.model = model;
  }

  static BgeModel open() {
    try (InputStream file = file(MODEL)) {
      return new BgeModel(wordPiece(), OnnxModel.open(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WordPiece wordPiece() {
    try (InputStream file = file(WORDS)) {
      return new WordPiece(WordList.json(file).ids(), true, MAX_TOKENS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream file(String name) {
    InputStream file = BgeModel.class.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException(name + " is missing; is the model's jar on the class path?");
    }
    return file;
  }

  /// The vector of the mark that stands for the whole text, made to length 1; nought for a text
  /// without a word.
  float[] embed(String text) {
    long[] tokens = wordPiece.tokens(text);
    return tokens.length == 2
        ? new float[BgeEmbedder.DIMS]
        : normalised(model.run(tokens, BgeEmbedder.DIMS).numbers());
  }

  private static float[] normalised(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int d = 0; d < vector.length; d++) {
      vector[d] *= factor;
    }
    return vector;
  }

  @Override
  public void close() {
    model.close();
  }
}
