package io.gistmill.classifier;

import io.gistmill.contracts.EventKeys;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Tags the posts of one partition, once each.
///
/// One event comes out for each that goes in, in the same order; only a tick that does not go
/// forward gives none.
///
/// - A post with known id and content is a duplicate, with other content an edit that keeps the
///   window of the first revision. Posts are remembered for a HORIZON from their arrival: whatever
///   comes again later is new, however far the clearing up has come.
/// - A backfilled post is admitted at [Instant#EPOCH], in no window of any digest, and so are its
///   edits.
/// - A withdrawn post stays away for a HORIZON from its last withdrawal: whatever comes under its
///   id is a duplicate. A second withdrawal says the same again.
/// - Corrections add up, the later one wins, and they hold for later edits. A correction that
///   changes nothing says the same again, with the same revision.
/// - Withdrawals and corrections may come before their post.
/// - A post that is tagged again keeps its window and its corrections; it is told to `tagged`
///   alone. What is not the newest version of a post that is remembered is not tagged again.
/// - A switch changes how this partition is tagged from there on, also after a restart.
///
/// A post before the first tick of its partition is admitted at [Instant#EPOCH] too, and forgotten
/// at the first tick. The clock ticks before it lets sources write, so this is for damaged logs
/// only.
///
/// After a roll back of its tables a new instance is needed; what it holds in memory is derived.
public final class Intake implements StateMachine<PostEvent, Answer> {

  private final Memory memory;
  private final PostKeeper posts;
  private final SwitchedTagger tagger;
  private final int from;
  private final int of;

  /// @param from which partition of posts this is, from 0
  /// @param of how many partitions there are
  /// @throws IllegalArgumentException when a switch of an earlier run cannot be used here
  public Intake(IntakeTables tables, Taggers taggers, int from, int of) {
    this.memory = new Memory(tables);
    this.posts = new PostKeeper(memory);
    this.tagger = new SwitchedTagger(tables.switches(), taggers);
    this.from = from;
    this.of = of;
  }

  /// @throws io.gistmill.runtime.state.ImpossibleEventException when a correction says nothing, or
  ///   names a topic that nobody knows
  /// @throws IllegalArgumentException when a switch cannot be used here
  @Override
  public void accept(PostEvent event, Consumer<Decision<Answer>> decisions) {
    accept(event, tagger.get()::tag, decisions);
  }

  /// @param tags of the post that came, where it has to be tagged
  void accept(PostEvent event, Tags tags, Consumer<Decision<Answer>> decisions) {
    switch (event) {
      case PostEvent.Posted(Post post) ->
          decisions.accept(decision(post.id(), posts.posted(post, tags)));
      case PostEvent.Backfilled(Post post) ->
          decisions.accept(decision(post.id(), posts.backfilled(post, tags)));
      case PostEvent.Withdrawn(String id) -> decisions.accept(decision(id, posts.withdrawn(id)));
      case PostEvent.Corrected correction ->
          decisions.accept(
              decision(correction.postId(), posts.corrected(correction, tagger.get().topics())));
      case PostEvent.Retagged(Post post, String _) ->
          decisions.accept(decision(post.id(), posts.retagged(post, tags)));
      case PostEvent.Switched(ClassifierSwitch to) -> {
        tagger.switchTo(to);
        decisions.accept(forAll(EventKeys.SWITCH, new TaggedEvent.Switched(to)));
      }
      case PostEvent.Ticked(Tick tick) -> {
        if (memory.tick(tick.instant())) {
          var ticked = new TaggedEvent.Ticked(new PartitionTick(tick, from, of));
          decisions.accept(forAll(EventKeys.TICK, ticked));
        }
      }
    }
  }

  /// The post that would have to be tagged if an event came now.
  Optional<Post> toTag(PostEvent event) {
    return switch (event) {
      case PostEvent.Posted(Post post) -> Optional.of(post).filter(posts::isNews);
      case PostEvent.Backfilled(Post post) -> Optional.of(post).filter(posts::isNews);
      case PostEvent.Retagged(Post post, String _) -> Optional.of(post).filter(posts::isCurrent);
      case PostEvent.Withdrawn _, PostEvent.Corrected _, PostEvent.Switched _, PostEvent.Ticked _ ->
          Optional.empty();
    };
  }

  /// The tagger that holds now.
  Tagger tagger() {
    return tagger.get();
  }

  /// The newest switch of each classifier that was switched, by its name.
  SortedMap<String, ClassifierSwitch> switches() {
    return tagger.switches();
  }

  @Override
  public boolean work(BooleanSupplier goOn, Consumer<Decision<Answer>> decisions) {
    return memory.forget(goOn);
  }

  @Override
  public void leave() {
    tagger.leave();
  }

  private Decision<Answer> decision(String id, Telling telling) {
    var streams = LiveStreams.of(tagger.get().topics(), telling.versions());
    return new Decision<>(id, new Answer(telling.event(), from, streams));
  }

  private Decision<Answer> forAll(String key, TaggedEvent event) {
    return decision(key, Telling.nothingNew(event));
  }
}
