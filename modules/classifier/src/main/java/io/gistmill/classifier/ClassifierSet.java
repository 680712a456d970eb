package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.PostIds;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything on which the topics of a post depend: which classifiers are on, how each of them
/// works, and how sure they must be.
///
/// @param classifiers those that are on, each once, sorted by name; none where all are switched off
public record ClassifierSet(List<ClassifierSwitch> classifiers, Thresholds thresholds) {

  private static final int DIGITS = 12;

  /// @throws IllegalArgumentException when a classifier is named twice
  public ClassifierSet {
    classifiers =
        classifiers.stream().sorted(Comparator.comparing(ClassifierSwitch::classifier)).toList();
    long names = classifiers.stream().map(ClassifierSwitch::classifier).distinct().count();
    if (names < classifiers.size()) {
      throw new IllegalArgumentException("a classifier is named twice; name each once");
    }
  }

  /// All classifiers that are present, as they come.
  public static ClassifierSet standard(ClassifierRegistry registry) {
    return new ClassifierSet(
        registry.names().stream().map(registry::standard).toList(), Thresholds.STANDARD);
  }

  /// What partitions hold where all that is present is on and some was switched since.
  ///
  /// @param switches the newest of each part; those that were switched off are not in the set
  public static ClassifierSet of(ClassifierRegistry registry, List<ClassifierSwitch> switches) {
    return standard(registry).with(switches.stream().map(registry::asInstalled).toList());
  }

  /// This set once some parts are switched.
  ///
  /// @param switches one for each part; a classifier that one switches off is not in the set
  public ClassifierSet with(List<ClassifierSwitch> switches) {
    var newest =
        switches.stream().collect(Collectors.toMap(ClassifierSwitch::classifier, to -> to));
    Stream<ClassifierSwitch> left =
        classifiers.stream().filter(to -> !newest.containsKey(to.classifier()));
    Stream<ClassifierSwitch> switched =
        newest.values().stream()
            .filter(to -> !to.classifier().equals(Thresholds.NAME) && !to.rests());
    return new ClassifierSet(
        Stream.concat(left, switched).toList(), Thresholds.of(newest, thresholds));
  }

  /// Name and version of each part, sorted by name; the thresholds come last.
  public List<String> ids() {
    return Stream.concat(classifiers.stream().map(ClassifierSwitch::id), Stream.of(thresholds.id()))
        .toList();
  }

  /// Derived from the versions of all parts: equal sets have equal ones.
  public String version() {
    return PostIds.hash(ids()).substring(0, DIGITS);
  }

  /// What people call the topics that some classifier can give, by slug; a name that says more than
  /// the slug wins, and the first by classifier among those.
  public SortedMap<String, String> topicNames() {
    var names = new TreeMap<String, String>();
    for (ClassifierSwitch to : classifiers) {
      to.topics()
          .forEach(
              (slug, name) ->
                  names.merge(slug, name, (one, other) -> one.equals(slug) ? other : one));
    }
    return names;
  }

  /// Gives taggers that work as this set says until switches change it; a switch of a classifier
  /// that is not on switches it on.
  ///
  /// @throws IllegalArgumentException when a classifier is not present as this set has it
  public Taggers taggers(ClassifierRegistry registry, LongSupplier nanoClock) {
    var names = classifiers.stream().map(ClassifierSwitch::classifier).toList();
    var switches = new TreeMap<String, ClassifierSwitch>();
    classifiers.stream()
        .filter(to -> !to.equals(registry.standard(to.classifier())))
        .forEach(to -> switches.put(to.classifier(), to));
    switches.put(Thresholds.NAME, thresholds.asSwitch());
    return new SwitchedTaggers(registry.taggers(names, thresholds.general(), nanoClock), switches);
  }

  /// Whether some of them take posts one by one, in their own time: slow ones, as a rule.
  public boolean oneByOne(ClassifierRegistry registry) {
    return classifiers.stream().anyMatch(registry::oneByOne);
  }

  /// Makes the classifiers; the caller closes them.
  ///
  /// @throws IllegalArgumentException when one of them is not present as this set has it
  public List<ActiveClassifier> activate(ClassifierRegistry registry) {
    return classifiers.stream().map(registry::activate).toList();
  }
}
