package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Post;
import io.gistmill.domain.Summarised;
import io.gistmill.domain.TaggedPost;
import org.jspecify.annotations.Nullable;

/// The words by which a post is told: those that a summariser wrote, as they were recorded, or else
/// its own.
///
/// @param generatedBy the summariser; null for the post's own words
record Wording(String headline, String summary, @Nullable String generatedBy) {

  static Wording of(TaggedPost tagged) {
    Post post = tagged.post();
    String headline = Headline.of(post);
    return tagged.summary() instanceof Summarised.Written written
        ? written(written, headline)
        : new Wording(headline, Summary.of(post, headline), null);
  }

  private static Wording written(Summarised.Written written, String own) {
    String headline = written.headline() == null ? own : written.headline();
    var summary = new StringBuilder();
    for (String sentence : written.sentences()) {
      boolean apart = !summary.isEmpty() && !Width.isWide(summary.charAt(summary.length() - 1));
      summary.append(apart ? " " : "").append(sentence);
    }
    return new Wording(headline, summary.toString(), written.summariser());
  }
}
