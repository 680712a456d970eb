package io.gistmill.classifier.onnx;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.neural.OnnxModel;
import io.gistmill.classifier.neural.WordList;
import io.gistmill.classifier.neural.WordPiece;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks a model about one post after the other: on a processor, batches are no quicker, and a post
/// must not depend on its neighbours.
///
/// A post is its title, its text and what it quotes, each on a line of its own, cut where the model
/// takes no more. The model cannot say which words spoke for a topic, so that there is no evidence.
final class OnnxClassifier implements Classifier {

  private final String id;
  private final OnnxSettings settings;
  private final WordPiece wordPiece;
  private final OnnxModel model;

  private OnnxClassifier(String id, OnnxSettings settings, WordPiece wordPiece, OnnxModel model) {
    this.id = id;
    this.settings = settings;
    this.wordPiece = wordPiece;
    this.model = model;
  }

  /// @throws IllegalArgumentException naming the file that cannot be used, and why
  static OnnxClassifier open(String id, OnnxSettings settings) {
    WordPiece wordPiece = wordPiece(settings);
    OnnxModel model = model(settings.model());
    var classifier = new OnnxClassifier(id, settings, wordPiece, model);
    try {
      classifier.tryOut();
      return classifier;
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static WordPiece wordPiece(OnnxSettings settings) {
    Path file = settings.tokenizer();
    try (InputStream in = Files.newInputStream(file)) {
      WordList words = file.toString().endsWith(".json") ? WordList.json(in) : WordList.lines(in);
      boolean lowerCase = settings.lowerCase().or(words::lowerCase).orElse(true);
      return new WordPiece(words.ids(), lowerCase, settings.maxTokens());
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static OnnxModel model(Path file) {
    try {
      return OnnxModel.open(file);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /// Tokens and labels that do not fit the model are told before a post suffers for it.
  private void tryOut() {
    try {
      logits(wordPiece.tokens("a"));
      logits(new long[] {wordPiece.largestId()});
      logits(wordPiece.tokens("a ".repeat(settings.maxTokens())));
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(
          settings.model()
              + " does not fit "
              + settings.tokenizer().getFileName()
              + ", labels or max-tokens: "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    return posts.stream().map(this::outcome).toList();
  }

  private Outcome outcome(Post post) {
    if (Thread.currentThread().isInterrupted()) {
      return new Outcome.Failed(id, "it was interrupted");
    }
    try {
      double[] probabilities =
          settings.activation().probabilities(logits(wordPiece.tokens(text(post))));
      return new Outcome.Tagged(id, tags(probabilities));
    } catch (IllegalStateException e) {
      return new Outcome.Failed(id, String.valueOf(e.getMessage()));
    }
  }

  private static String text(Post post) {
    return Stream.concat(
            Stream.of(post.title() == null ? "" : post.title(), post.text()),
            post.quoted().stream().map(quote -> quote.text()))
        .collect(Collectors.joining("\n"));
  }

  private float[] logits(long[] tokens) {
    int labels = settings.labels().size();
    OnnxModel.Output output = model.run(tokens, labels);
    long[] shape = output.shape();
    if (!Arrays.equals(shape, new long[] {1, labels})) {
      throw new IllegalStateException(
          "its output is of the shape "
              + Arrays.toString(shape)
              + ", but with as many labels as are listed it should be [1, "
              + labels
              + "]");
    }
    for (float logit : output.numbers()) {
      if (!Float.isFinite(logit)) {
        throw new IllegalStateException("the model answered " + logit);
      }
    }
    return output.numbers();
  }

  /// The most probable first.
  private List<Tag> tags(double[] probabilities) {
    var tags = new ArrayList<Tag>();
    for (int i = 0; i < probabilities.length; i++) {
      String label = settings.labels().get(i);
      if (!label.equals(OnnxSettings.NONE) && probabilities[i] >= settings.threshold()) {
        tags.add(new Tag(label, Fixed.of(probabilities[i]), id, List.of()));
      }
    }
    tags.sort((a, b) -> b.confidence().compareTo(a.confidence()));
    return tags;
  }

  @Override
  public void close() {
    model.close();
  }
}
