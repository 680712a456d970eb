package io.gistmill.launcher.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedPost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of `posts.jsonl`; the order of the components is the order of the fields.
///
/// @param ordinal the post's place among all posts of all archives, from 1
/// @param title stands only where the post has one; all other fields stand in every line
/// @param duplicateOf the ordinal of the post that this one repeats
/// @param story id of the story that tells this post, after aliases
/// @param score the post's own, before folding
record PostLine(
    long ordinal,
    String id,
    Instant published,
    boolean dateInferred,
    String author,
    @Nullable String handle,
    @Nullable String link,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String title,
    String text,
    List<Quote> quoted,
    List<String> notes,
    List<String> links,
    Language language,
    List<Tag> topics,
    @Nullable Long duplicateOf,
    String story,
    Fixed score,
    String headline,
    String summary) {

  static PostLine of(
      long ordinal, TaggedPost tagged, @Nullable Long duplicateOf, String story, StoryPost told) {
    Post post = tagged.post();
    return new PostLine(
        ordinal,
        post.id(),
        post.published(),
        post.dateInferred(),
        post.author(),
        post.handle(),
        post.link(),
        post.title(),
        post.text(),
        post.quoted(),
        post.notes(),
        post.links(),
        tagged.language(),
        tagged.topics(),
        duplicateOf,
        story,
        told.score(),
        told.headline(),
        told.summary());
  }
}
