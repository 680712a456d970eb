package io.gistmill.classifier;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/// Finds the words `mill` and `wheel`, or those of a switch, on a thread of its own, and only as
/// many batches as it is let.
final class SlowWords implements Taggers {

  final Semaphore batches = new Semaphore(0);
  final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Tagger> made = new ArrayList<>();
  private final Map<Tagger, Integer> uses = new HashMap<>();
  private final List<SortedMap<String, ClassifierSwitch>> switches = new ArrayList<>();

  @Override
  public Tagger with(SortedMap<String, ClassifierSwitch> wanted) {
    int known = switches.indexOf(wanted);
    if (known >= 0) {
      uses.merge(made.get(known), 1, Integer::sum);
      return made.get(known);
    }
    ClassifierSwitch how =
        wanted.getOrDefault("words", WordClassifier.switchTo("1", "mill", "wheel"));
    var active = new ActiveClassifier(how.id(), new TreeSet<>(how.topics().keySet()), slow(how));
    var tagger = new Tagger(List.of(active), Tagger.THRESHOLD, System::nanoTime);
    switches.add(new TreeMap<>(wanted));
    made.add(tagger);
    uses.put(tagger, 1);
    return tagger;
  }

  @Override
  public void release(Tagger tagger) {
    uses.merge(tagger, -1, Integer::sum);
  }

  /// How many use each tagger now, in the order in which they were made.
  List<Integer> uses() {
    return made.stream().map(uses::get).toList();
  }

  /// Lets all through from now on.
  void letAll() {
    batches.release(1_000_000);
  }

  private Classifier slow(ClassifierSwitch how) {
    return posts -> {
      asked.add(posts.stream().map(Post::id).toList());
      batches.acquireUninterruptibly();
      return posts.stream().map(post -> outcome(how, post)).toList();
    };
  }

  private static Outcome outcome(ClassifierSwitch how, Post post) {
    return new Outcome.Tagged(
        how.id(),
        how.topics().keySet().stream()
            .filter(post.text()::contains)
            .map(topic -> tag(how, post, topic))
            .toList());
  }

  private static Tag tag(ClassifierSwitch how, Post post, String topic) {
    int start = post.text().indexOf(topic);
    return new Tag(
        topic, Fixed.of(0.8), how.id(), List.of(new Evidence(Evidence.Part.TEXT, 0, start, topic)));
  }

  @Override
  public void close() {
    letAll();
    made.forEach(Tagger::close);
  }
}
