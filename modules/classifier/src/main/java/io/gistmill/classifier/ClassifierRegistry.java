package io.gistmill.classifier;

import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.plugin.FoundPlugin;
import io.gistmill.classifier.plugin.PluginFolder;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Fixed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The classifiers that are present.
///
/// A factory that cannot be used is reported and does not stop the others. Where two have the same
/// name neither is used, because which one came first would depend on the class path.
public final class ClassifierRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(ClassifierRegistry.class);

  /// A service file whose every line is broken must not keep the search going for ever.
  private static final int MAX_FAILURES = 1_000;

  private final SortedMap<String, Present> byName = new TreeMap<>();
  private final SortedSet<String> ambiguous = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  private ClassifierRegistry() {}

  /// Finds the factories that a class loader and its parents offer.
  public static ClassifierRegistry discover(ClassLoader loader) {
    var registry = new ClassifierRegistry();
    registry.each(loader, ClassifierFactory.class, registry::add);
    return registry;
  }

  /// The same, and after them the plug-ins of a folder. A plug-in never takes the place of a
  /// classifier that was found before it.
  ///
  /// @param plugins holds a folder for each; one that does not exist holds none
  public static ClassifierRegistry discover(ClassLoader loader, Path plugins) {
    ClassifierRegistry registry = discover(loader);
    registry.plugins(loader).scan(plugins).forEach(registry::add);
    return registry;
  }

  /// The same with one plug-in, wherever it lies.
  ///
  /// @param plugin its folder, or a jar that is all there is of it
  public static ClassifierRegistry discoverOne(ClassLoader loader, Path plugin) {
    ClassifierRegistry registry = discover(loader);
    registry.add(registry.plugins(loader).open(plugin));
    return registry;
  }

  /// The same with another factory in place of the one that has its name.
  ///
  /// @throws IllegalArgumentException when the factory cannot be used
  public ClassifierRegistry with(ClassifierFactory other) {
    var registry = new ClassifierRegistry();
    registry.byName.putAll(byName);
    registry.ambiguous.addAll(ambiguous);
    registry.problems.addAll(problems);
    Present present = Present.of(other, Listing.OWN);
    registry.byName.put(present.name(), present);
    return registry;
  }

  private PluginFolder plugins(ClassLoader loader) {
    var engines = new ArrayList<ClassifierEngine>();
    each(loader, ClassifierEngine.class, engines::add);
    return new PluginFolder(engines, loader);
  }

  private <T> void each(ClassLoader loader, Class<T> service, Consumer<T> found) {
    Iterator<Provider<T>> providers = ServiceLoader.load(service, loader).stream().iterator();
    int failures = 0;
    while (failures < MAX_FAILURES) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        found.accept(providers.next().get());
      } catch (ServiceConfigurationError e) {
        failures++;
        problems.add("a classifier could not be loaded: " + reason(e));
      }
    }
  }

  /// What could not be used and why, for people; empty when all is well.
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  /// The names that [#activate] takes, sorted.
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /// What can be used, by name.
  public List<Listing> listings() {
    return byName.values().stream().map(Present::listing).toList();
  }

  /// A factory as its author wrote it.
  ///
  /// @throws IllegalArgumentException naming the known ones when the name is unknown
  public ClassifierFactory bareFactory(String name) {
    return FoundPlugin.bare(present(name).factory());
  }

  /// What people call the topics, by slug; where two classifiers differ, the first by name wins.
  public SortedMap<String, String> topicNames() {
    SortedMap<String, String> names = new TreeMap<>();
    byName.values().forEach(present -> present.topicNames().forEach(names::putIfAbsent));
    return names;
  }

  /// Makes new classifiers; the caller closes them.
  ///
  /// @throws IllegalArgumentException naming the known ones when a name is unknown, or the
  ///   classifier that could not be made
  public List<ActiveClassifier> activate(List<String> names) {
    List<Present> wanted = names.stream().distinct().map(this::present).toList();
    return wanted.stream().map(ClassifierRegistry::create).toList();
  }

  /// Makes one new classifier that works as it does when nobody has switched it; the caller closes
  /// it.
  ///
  /// @throws IllegalArgumentException as the other does
  public ActiveClassifier activate(String name) {
    return create(present(name));
  }

  /// Makes one new classifier as a switch has it; the caller closes it.
  ///
  /// One that comes with Gistmill works in the version that is installed, whichever the switch was
  /// written with: the switch stands in the log, and would stop the next release of Gistmill.
  ///
  /// @throws IllegalArgumentException when no such classifier is present, or when it is a plug-in
  ///   and not the one that the switch was written for
  public ActiveClassifier activate(ClassifierSwitch to) {
    Present present = configured(to.classifier(), to.configuration());
    return create(present.isOwn() ? present : SwitchCheck.same(to, present));
  }

  /// The same, but a plug-in that is gone, or that is no longer what the switch was written for, is
  /// stood in for by one that fails at each post and says why: the switch stands in the log, and
  /// would stop the stream at each start.
  ///
  /// @throws IllegalArgumentException when one that comes with Gistmill cannot take the
  ///   configuration, as it may be with an older release
  ActiveClassifier activateOrStandIn(ClassifierSwitch to) {
    try {
      return activate(to);
    } catch (IllegalArgumentException e) {
      Present present = byName.get(to.classifier());
      if (present != null && present.isOwn()) {
        throw e;
      }
      LOG.warn("classifier is stood in for classifier={} reason=\"{}\"", to.id(), e.getMessage());
      return AbsentClassifier.of(to, String.valueOf(e.getMessage()));
    }
  }

  /// A switch in the versions of this installation: what [#activate] makes of it.
  ///
  /// @return the switch itself where nothing here can carry it out, or where it is of a plug-in
  public ClassifierSwitch asInstalled(ClassifierSwitch to) {
    Present present = byName.get(to.classifier());
    if (present == null || !present.isOwn()) {
      return to;
    }
    try {
      ClassifierSwitch here = switchTo(to.classifier(), to.configuration());
      return to.rests() ? here.switchedOff() : here;
    } catch (IllegalArgumentException e) {
      return to;
    }
  }

  /// Whether the classifier of a switch takes posts one by one, in its own time
  /// ([ClassifierFactory#batch]); one that is not present as the switch has it does not.
  boolean oneByOne(ClassifierSwitch to) {
    try {
      ClassifierFactory factory = configured(to.classifier(), to.configuration()).factory();
      return !factory.inPlace() && factory.batch() == 1;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// How a classifier works when nobody has switched it, as a switch that would change nothing.
  ///
  /// @throws IllegalArgumentException naming the known ones when the name is unknown
  public ClassifierSwitch standard(String name) {
    return present(name).asSwitch();
  }

  /// The switch to a whole configuration.
  ///
  /// @throws IllegalArgumentException naming every mistake of the configuration
  public ClassifierSwitch switchTo(String name, String configuration) {
    return configured(name, configuration).asSwitch();
  }

  /// The switch to what a classifier works with now and a user's own part, such as a file with one
  /// topic.
  ///
  /// @param active what was switched to last, or [#standard]
  /// @throws IllegalArgumentException naming every mistake of the addition
  public ClassifierSwitch add(ClassifierSwitch active, String addition) {
    String merged =
        configured(active.classifier(), active.configuration()).factory().merged(addition);
    return switchTo(active.classifier(), merged);
  }

  /// Gives the taggers of some classifiers, which switches can change.
  ///
  /// @param names of those that are on; a switch of another one switches it on
  /// @param threshold the least confidence of a topic
  /// @param nanoClock such as `System::nanoTime`; says when one that failed is tried again
  /// @throws IllegalArgumentException as [#activate] does
  public Taggers taggers(List<String> names, Fixed threshold, LongSupplier nanoClock) {
    var taggers = new InstalledTaggers(this, names, threshold, nanoClock);
    // Whether they can be made. A tagger closes each within its time limit, whatever it does.
    new Tagger(activate(names), threshold, nanoClock).close();
    return taggers;
  }

  private Present configured(String name, String configuration) {
    SwitchCheck.size(name, configuration);
    Present present = present(name);
    Present configured = Present.of(present.factory().configured(configuration), present.origin());
    if (!configured.name().equals(name)) {
      throw new IllegalArgumentException(
          "classifier '" + name + "' calls itself '" + configured.name() + "' when configured");
    }
    return configured;
  }

  private Present present(String name) {
    Present present = byName.get(name);
    if (present == null) {
      throw new IllegalArgumentException(
          "no classifier is called '"
              + name
              + "'; known are: "
              + (byName.isEmpty() ? "none" : String.join(", ", byName.keySet()))
              + (problems.isEmpty() ? "" : " (" + String.join("; ", problems) + ")"));
    }
    return present;
  }

  private static ActiveClassifier create(Present present) {
    try {
      var classifier =
          Objects.requireNonNull(present.factory().create(), "its factory made nothing");
      ClassifierFactory factory = present.factory();
      return new ActiveClassifier(
          present.id(),
          present.topics(),
          classifier,
          factory.inPlace(),
          factory.decides(),
          factory.timeLimit(),
          factory.batch());
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalArgumentException(
          "classifier '" + present.name() + "' could not be made: " + reason(e), e);
    }
  }

  private void add(ClassifierFactory factory) {
    String type = factory.getClass().getName();
    try {
      add(type, Present.of(factory, Listing.OWN));
    } catch (RuntimeException | LinkageError e) {
      problems.add(type + " cannot be used: " + reason(e));
    }
  }

  private void add(FoundPlugin plugin) {
    plugin.problems().forEach(problem -> problems.add(plugin.tell(problem)));
    for (ClassifierFactory factory : plugin.factories()) {
      try {
        Present present = Present.of(factory, plugin.folder().toString());
        Present other = byName.putIfAbsent(present.name(), present);
        if (other != null) {
          problems.add(plugin.tell(taken(other)));
        }
      } catch (RuntimeException e) {
        problems.add(plugin.tell("it cannot be used: " + reason(e)));
      }
    }
  }

  private static String taken(Present other) {
    return "the name '"
        + other.name()
        + "' is taken by "
        + (other.isOwn()
            ? "a classifier that comes with Gistmill"
            : "the plug-in in " + other.origin())
        + ", which stays; rename this one, or take one of them away";
  }

  private void add(String type, Present present) {
    Present other = ambiguous.contains(present.name()) ? null : byName.remove(present.name());
    if (other == null && !ambiguous.contains(present.name())) {
      byName.put(present.name(), present);
      return;
    }
    ambiguous.add(present.name());
    problems.add(
        "the name '"
            + present.name()
            + "' is taken by "
            + type
            + (other == null ? " too" : " and " + other.factory().getClass().getName())
            + "; remove all but one");
  }

  private static String reason(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    @Nullable String message = root.getMessage();
    return message == null ? root.getClass().getName() : message;
  }
}
