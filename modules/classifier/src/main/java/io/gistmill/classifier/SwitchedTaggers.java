package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Taggers that have been switched before anybody asks.
///
/// @param before hold where no later switch says otherwise
record SwitchedTaggers(Taggers taggers, Map<String, ClassifierSwitch> before) implements Taggers {

  SwitchedTaggers {
    before = Map.copyOf(before);
  }

  @Override
  public Tagger with(SortedMap<String, ClassifierSwitch> switches) {
    var all = new TreeMap<>(before);
    all.putAll(switches);
    return taggers.with(all);
  }

  @Override
  public void release(Tagger tagger) {
    taggers.release(tagger);
  }

  @Override
  public void close() {
    taggers.close();
  }
}
