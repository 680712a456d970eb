package io.gistmill.classifier;

import io.gistmill.classifier.Memory.Recalled;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/// Keeps track of posts: what is new, what repeats, what was said of them since.
final class PostKeeper {

  private final Memory memory;

  PostKeeper(Memory memory) {
    this.memory = memory;
  }

  /// Whether a post that came now would have to be tagged.
  boolean isNews(Post post) {
    SeenPost known = memory.recall(post.id(), memory.lastTick()).seen();
    return known == null || !known.coversContent(PostIds.contentHash(post));
  }

  Telling posted(Post post, Tags tags) {
    Instant tick = memory.lastTick();
    return take(post, tick, tick, tags);
  }

  Telling backfilled(Post post, Tags tags) {
    return take(post, Instant.EPOCH, memory.lastTick(), tags);
  }

  /// @param window where the post is admitted when it is new
  private Telling take(Post post, Instant window, Instant tick, Tags tags) {
    String hash = PostIds.contentHash(post);
    Recalled known = memory.recall(post.id(), tick);
    SeenPost before = known.seen();
    if (before != null && before.coversContent(hash)) {
      return Telling.nothingNew(
          new TaggedEvent.Duplicate(post.id(), post.origin(), before.admitted()));
    }
    Tagging tagging = tags.of(post);
    SeenPost last = before == null ? SeenPost.expected(tick) : before;
    SeenPost now = last.revised(hash, window, tick, tagging.topics());
    TaggedPost tagged = tagged(post, now, tagging);
    memory.remember(known, now);
    return new Telling(
        new TaggedEvent.Tagged(tagged),
        last.hasCome() ? List.of(last.topicsTold(), tagged.topics()) : List.of(tagged.topics()));
  }

  /// Whether a post that is remembered stands here in its newest version.
  boolean isCurrent(Post post) {
    SeenPost known = memory.recall(post.id(), memory.lastTick()).seen();
    return known != null
        && !known.withdrawn()
        && PostIds.contentHash(post).equals(known.contentHash());
  }

  /// Tells nothing to those who follow topics: what is old is no news.
  Telling retagged(Post post, Tags tags) {
    Recalled known = memory.recall(post.id(), memory.lastTick());
    SeenPost before = known.seen();
    if (before == null || !isCurrent(post)) {
      Instant admitted = before == null ? Instant.EPOCH : before.admitted();
      return Telling.nothingNew(new TaggedEvent.Duplicate(post.id(), post.origin(), admitted));
    }
    Tagging said = tags.of(post);
    var tagging = new Tagging(said.outcomes(), before.again(said));
    SeenPost now = before.retagged(tagging.topics());
    memory.remember(known, now);
    return Telling.nothingNew(new TaggedEvent.Retagged(tagged(post, now, tagging)));
  }

  private static TaggedPost tagged(Post post, SeenPost now, Tagging tagging) {
    Prose prose = Prose.of(post);
    return new TaggedPost(
        post,
        now.admitted(),
        now.revision(),
        LanguageDetector.of(prose),
        tagging.outcomes(),
        now.corrections().appliedTo(tagging.topics()),
        Fingerprints.of(post, prose),
        tagging.summary());
  }

  Telling withdrawn(String id) {
    Instant tick = memory.lastTick();
    Recalled known = memory.recall(id, tick);
    SeenPost before = known.seen() == null ? SeenPost.expected(tick) : known.seen();
    SeenPost now = before.withdrawnAt(tick);
    memory.remember(known, now);
    List<List<Tag>> versions = before.hasCome() ? List.of(before.topicsTold()) : List.of();
    return new Telling(withdrawal(id, now), versions);
  }

  private static TaggedEvent withdrawal(String id, SeenPost post) {
    return new TaggedEvent.Withdrawn(id, post.admitted(), post.revision());
  }

  /// @throws io.gistmill.runtime.state.ImpossibleEventException when the correction says nothing,
  ///   or something that cannot be
  Telling corrected(PostEvent.Corrected correction, SortedSet<String> topics) {
    String id = correction.postId();
    Instant tick = memory.lastTick();
    Recalled known = memory.recall(id, tick);
    SeenPost before = known.seen() == null ? SeenPost.expected(tick) : known.seen();
    CorrectionCheck.check(correction, before, topics);
    if (before.withdrawn()) {
      return Telling.nothingNew(withdrawal(id, before));
    }
    SeenPost now = before.corrected(correction, tick);
    memory.remember(known, now);
    var event =
        new TaggedEvent.Corrected(id, now.admitted(), Math.max(1, now.revision()), now.topics());
    return now.revision() > before.revision()
        ? new Telling(event, List.of(before.topicsTold(), now.topics()))
        : Telling.nothingNew(event);
  }
}
