package io.gistmill.classifier.embedding;

import io.gistmill.classifier.neural.OnnxModel;
import io.gistmill.classifier.neural.WordList;
import io.gistmill.classifier.neural.WordPiece;
import io.gistmill.classifier.neural.WordPiece.Tokens;
import io.gistmill.classifier.trained.text.Addresses;
import io.gistmill.classifier.trained.text.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// The model and its tokens, out of the jar that ships both.
final class BgeModel implements AutoCloseable {

  /// With the marks at both ends; the model takes 512, and what is short is what it is for.
  static final int MAX_TOKENS = 256;

  /// As many as the model takes, without the marks: what a part of a text says for the whole shows
  /// the better the more is read at once.
  private static final int WINDOW = 510;

  private static final int WINDOWS = 2;

  private static final String WORDS = "/bge-small-zh-v1.5-q-tokenizer.json";
  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";

  private final WordPiece wordPiece;
  private final OnnxModel model;

  /// What was read last on each thread: a short text is embedded, and then asked where it says
  /// most, and to read it is what takes time. One that holds an address is read twice.
  private final ThreadLocal<Reading> last = new ThreadLocal<>();

  /// @param numbers a vector for each token
  private record Reading(long[] tokens, float[] numbers) {}

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
  /// without a word. Addresses are not read: they would take many of the tokens, and say little.
  float[] embed(String text) {
    long[] tokens = wordPiece.tokens(Spelling.of(Addresses.blanked(text)));
    return tokens.length == 2
        ? new float[BgeEmbedder.DIMS]
        : normalised(Arrays.copyOf(read(tokens), BgeEmbedder.DIMS));
  }

  private float[] read(long[] tokens) {
    Reading before = last.get();
    if (before != null && Arrays.equals(before.tokens(), tokens)) {
      return before.numbers();
    }
    float[] numbers = model.run(tokens, tokens.length * BgeEmbedder.DIMS).numbers();
    last.set(new Reading(tokens, numbers));
    return numbers;
  }

  /// The vector of each stretch of a text, read in as few windows of one size as it takes; none of
  /// what lies behind the second window.
  float[][] stretches(String text) {
    Tokens tokens = wordPiece.tokens(Spelling.of(text), WINDOWS * WINDOW);
    if (tokens.size() == 0) {
      return new float[0][];
    }
    var stretches = new Stretches(tokens.starts()[tokens.size() - 1], BgeEmbedder.DIMS);
    int windows = Math.ceilDiv(tokens.size(), WINDOW);
    for (int window = 0; window < windows; window++) {
      int from = tokens.size() * window / windows;
      int to = tokens.size() * (window + 1) / windows;
      read(tokens, from, to, stretches);
    }
    return stretches.means();
  }

  private void read(Tokens tokens, int from, int to, Stretches stretches) {
    float[] numbers = read(wordPiece.marked(tokens, from, to));
    for (int token = from; token < to; token++) {
      stretches.add(tokens.starts()[token], numbers, (token - from + 1) * BgeEmbedder.DIMS);
    }
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
