package io.gistmill.classifier.trained.sentence;

import io.gistmill.domain.Emphasis;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Turns a text into a vector that says what it is about: texts about the same thing have vectors
/// that point the same way, whatever their words.
///
/// One that is on the class path is found by [java.util.ServiceLoader]; making it must be cheap,
/// and whatever is heavy waits for the first text. Safe for all threads. A text takes milliseconds,
/// so it is nothing for the thread of a stream.
public interface SentenceEmbedder extends AutoCloseable {

  /// Names what the vectors depend on; stands in model files, which are refused where it differs.
  String version();

  /// How many numbers a vector has.
  int dims();

  /// @param text of which a beginning of some hundred characters counts, so that none takes long
  /// @return of length 1; nought for a text without a word
  float[] embed(String text);

  /// How strongly each part of a text speaks for it; nothing from an embedder that cannot tell.
  /// Reads further than [#embed], and takes up to twice as long.
  ///
  /// @param text of any length, of which a beginning of some thousand characters counts
  default Emphasis emphasis(String text) {
    return Emphasis.NONE;
  }

  /// Names what [#emphasis] depends on beside [#version]; empty from an embedder that cannot tell.
  default String emphasisVersion() {
    return "";
  }

  /// The model of the topics that Gistmill ships, learnt with these vectors, as a model file; none
  /// where the embedder comes without.
  default @Nullable InputStream shippedModel() {
    return null;
  }

  @Override
  void close();
}
