package io.gistmill.query;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import java.util.Comparator;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/// A post as an index takes it up.
final class PostDocument {

  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
  private static final FieldType NAME = type(IndexOptions.DOCS, false);

  private final Document document = new Document();

  static Document of(StoryPost post) {
    var made = new PostDocument();
    made.words(post.headline());
    made.words(post.summary());
    made.author(post);
    made.name(Fields.LANGUAGE, post.language().name());
    made.name(Fields.SOURCE, post.source());
    post.topics().forEach(made::topic);
    post.topics().stream()
        .map(TopicShare::confidence)
        .max(Comparator.naturalOrder())
        .ifPresent(best -> made.confidence(Fields.CONFIDENCE, best));
    return made.document;
  }

  private static FieldType type(IndexOptions options, boolean tokenized) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(tokenized);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  private void words(String text) {
    document.add(new Field(Fields.WORDS, text, WORDS));
  }

  /// An account is found with and without its `@`.
  private void author(StoryPost post) {
    name(Fields.AUTHOR, post.author());
    if (post.handle() != null) {
      name(Fields.AUTHOR, post.handle());
      name(Fields.AUTHOR, "@" + post.handle());
    }
  }

  private void topic(TopicShare share) {
    name(Fields.TOPIC, share.topic());
    confidence(Fields.confidenceOf(share.topic()), share.confidence());
  }

  private void confidence(String field, Fixed confidence) {
    document.add(new LongPoint(field, confidence.micros()));
  }

  private void name(String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      document.add(new Field(field, Fields.folded(value), NAME));
    }
  }
}
