package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import java.util.List;
import java.util.SortedMap;

/// Gives taggers, shared by those who ask for the same on one thread. Safe for several threads.
///
/// Who has no use for one any more may say so by [#release]; it stays open until this is closed
/// otherwise.
public interface Taggers extends AutoCloseable {

  /// @param switches the newest switch of each classifier that was switched, by its name
  /// @return closed together with this
  /// @throws IllegalArgumentException when a switch cannot be used here, with its cause and the
  ///   mend
  Tagger with(SortedMap<String, ClassifierSwitch> switches);

  /// Once for each time that it was given: whoever got it here uses it no more.
  default void release(Tagger tagger) {}

  /// What the classifiers have done here so far.
  default Tallies tallies() {
    return new Tallies();
  }

  /// How each classifier stands now, by its name.
  default List<ClassifierState> states() {
    return List.of();
  }

  /// Whether some partition is worked on here, so that [#states] knows of its switches.
  default boolean atWork() {
    return true;
  }

  /// Closes all that were given.
  @Override
  void close();

  /// Always the same one, which cannot be switched.
  static Taggers of(Tagger tagger) {
    return new FixedTaggers(tagger);
  }
}
