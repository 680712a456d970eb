package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/// Makes taggers of the classifiers that are present, one for each set of switches and each thread
/// that asks, so that threads of the stream do not wait for one another.
///
/// Tasks move on one after another: one of a switch that is past is closed when the last of them on
/// its thread uses another one. The last one of a thread stays open though no task uses it: tasks
/// come back. Those of a thread that has ended are closed when another one asks.
final class InstalledTaggers implements Taggers {

  private final ClassifierRegistry registry;
  private final List<String> names;
  private final Fixed threshold;
  private final LongSupplier nanoClock;
  private final Map<Key, Made> made = new HashMap<>();
  private final Tallies tallies = new Tallies();

  /// The newest switch of each part, as it stands in the log.
  private final Map<String, ClassifierSwitch> written = new HashMap<>();

  /// The same of classifiers, as they are carried out here.
  private final SortedMap<String, ClassifierSwitch> newest = new TreeMap<>();

  private final Set<String> absent = new HashSet<>();
  private boolean closed;

  private record Key(Thread user, SortedMap<String, ClassifierSwitch> switches) {}

  private static final class Made {
    private final Tagger tagger;
    private int uses;

    Made(Tagger tagger) {
      this.tagger = tagger;
    }
  }

  /// @param names of the classifiers that are on; a switch of another one switches it on
  /// @param nanoClock says when a classifier that failed is tried again
  InstalledTaggers(
      ClassifierRegistry registry, List<String> names, Fixed threshold, LongSupplier nanoClock) {
    this.registry = registry;
    this.names = names.stream().distinct().toList();
    this.threshold = threshold;
    this.nanoClock = nanoClock;
  }

  @Override
  public synchronized Tagger with(SortedMap<String, ClassifierSwitch> switches) {
    if (closed) {
      throw new IllegalStateException("the classifiers have been closed");
    }
    closeAll(made.keySet().stream().filter(key -> !key.user().isAlive()).toList());
    switches.values().forEach(this::note);
    var key = new Key(Thread.currentThread(), new TreeMap<>(switches));
    Made one = made.computeIfAbsent(key, _ -> new Made(tagger(switches)));
    one.uses++;
    closeThoseOfThePast(key.user());
    return one.tagger;
  }

  /// To work out how a switch is carried out here may mean to read a whole taxonomy.
  private void note(ClassifierSwitch to) {
    boolean known = to.equals(written.put(to.classifier(), to));
    if (!known && !to.classifier().equals(Thresholds.NAME)) {
      newest.put(to.classifier(), registry.asInstalled(to));
    }
  }

  private Tagger tagger(SortedMap<String, ClassifierSwitch> switches) {
    return new Tagger(
        active(switches), thresholds(switches), nanoClock, tallies, topicsOfThoseAtRest(switches));
  }

  @Override
  public synchronized void release(Tagger tagger) {
    made.entrySet().stream()
        .filter(each -> each.getValue().tagger.equals(tagger))
        .findFirst()
        .ifPresent(
            found -> {
              found.getValue().uses--;
              closeThoseOfThePast(found.getKey().user());
            });
  }

  private void closeThoseOfThePast(Thread user) {
    List<Key> all = made.keySet().stream().filter(key -> key.user().equals(user)).toList();
    List<Key> ofThePast = all.stream().filter(key -> uses(key) == 0).toList();
    if (ofThePast.size() < all.size()) {
      closeAll(ofThePast);
    }
  }

  private int uses(Key key) {
    Made one = made.get(key);
    return one == null ? 0 : one.uses;
  }

  /// One that hangs must not hold up who asks.
  private void closeAll(List<Key> keys) {
    List<Tagger> left =
        keys.stream().map(made::remove).filter(Objects::nonNull).map(one -> one.tagger).toList();
    if (!left.isEmpty()) {
      Thread.ofPlatform()
          .daemon()
          .name("close classifiers")
          .start(() -> left.forEach(Tagger::close));
    }
  }

  /// In the order of the names; those that only a switch switched on come last.
  private List<ActiveClassifier> active(SortedMap<String, ClassifierSwitch> switches) {
    var active = new ArrayList<ActiveClassifier>();
    var left = new TreeMap<>(switches);
    left.remove(Thresholds.NAME);
    for (String name : names) {
      ClassifierSwitch to = left.remove(name);
      if (to == null) {
        active.add(registry.activate(name));
      } else if (!to.rests()) {
        active.add(switchedTo(to));
      }
    }
    left.values().stream().filter(to -> !to.rests()).forEach(to -> active.add(switchedTo(to)));
    return active;
  }

  private ActiveClassifier switchedTo(ClassifierSwitch to) {
    ActiveClassifier active = registry.activateOrStandIn(to);
    if (active.classifier() instanceof AbsentClassifier) {
      absent.add(to.id());
    } else {
      absent.remove(to.id());
    }
    return active;
  }

  /// What they gave stays known: posts have these topics, and readers may correct them.
  private static SortedSet<String> topicsOfThoseAtRest(
      SortedMap<String, ClassifierSwitch> switches) {
    var topics = new TreeSet<String>();
    switches.values().stream()
        .filter(ClassifierSwitch::rests)
        .forEach(to -> topics.addAll(to.topics().keySet()));
    return topics;
  }

  @Override
  public Tallies tallies() {
    return tallies;
  }

  @Override
  public synchronized List<ClassifierState> states() {
    var all = new TreeMap<String, ClassifierState>();
    for (String name : registry.names()) {
      boolean on = names.contains(name);
      ClassifierSwitch to = registry.standard(name);
      all.put(name, new ClassifierState(to, on, false, tallies.of(to.id())));
    }
    newest.values().forEach(to -> all.put(to.classifier(), state(to)));
    return List.copyOf(all.values());
  }

  private ClassifierState state(ClassifierSwitch to) {
    boolean on = !to.rests();
    return new ClassifierState(to, on, on && absent.contains(to.id()), tallies.of(to.id()));
  }

  @Override
  public synchronized boolean atWork() {
    return made.values().stream().anyMatch(one -> one.uses > 0);
  }

  private Thresholds thresholds(SortedMap<String, ClassifierSwitch> switches) {
    return Thresholds.of(switches, Thresholds.general(threshold));
  }

  @Override
  public void close() {
    leave().forEach(Tagger::close);
  }

  private synchronized List<Tagger> leave() {
    closed = true;
    List<Tagger> all = made.values().stream().map(one -> one.tagger).toList();
    made.clear();
    return all;
  }
}
