package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Post;
import io.gistmill.domain.Summarised;
import io.gistmill.domain.TaggedPost;
import org.jspecify.annotations.Nullable;

/// The words by which a post is told: those that a summariser wrote, as they were recorded, or else
/// its own: headline and summary are of the same hand.
///
/// @param generatedBy the summariser; null for the post's own words
record Wording(String headline, String summary, @Nullable String generatedBy) {

  static Wording of(TaggedPost tagged) {
    Post post = tagged.post();
    if (tagged.summary() instanceof Summarised.Written written) {
      return written(written);
    }
    String headline = Headline.of(post);
    return new Wording(headline, Summary.of(post, headline, tagged.emphasis()), null);
  }

  private static Wording written(Summarised.Written written) {
    var summary = new StringBuilder();
    for (String sentence : written.sentences()) {
      boolean apart = !summary.isEmpty() && !Width.isWide(summary.charAt(summary.length() - 1));
      summary.append(apart ? " " : "").append(sentence);
    }
    return new Wording(written.headline(), summary.toString(), written.summariser());
  }
}
