package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.runtime.state.Table;
import java.util.SortedMap;
import java.util.TreeMap;

/// The tagger that holds in one partition now.
final class SwitchedTagger {

  /// Greater than every name of a classifier.
  private static final String END = "~";

  private final Table<ClassifierSwitch> switches;
  private final Taggers taggers;
  private Tagger tagger;

  SwitchedTagger(Table<ClassifierSwitch> switches, Taggers taggers) {
    this.switches = switches;
    this.taggers = taggers;
    this.tagger = taggers.with(switches());
  }

  Tagger get() {
    return tagger;
  }

  void switchTo(ClassifierSwitch to) {
    SortedMap<String, ClassifierSwitch> all = switches();
    all.put(to.classifier(), to);
    Tagger before = tagger;
    tagger = taggers.with(all);
    taggers.release(before);
    switches.put(to.classifier(), to);
  }

  /// Called last.
  void leave() {
    taggers.release(tagger);
  }

  SortedMap<String, ClassifierSwitch> switches() {
    var all = new TreeMap<String, ClassifierSwitch>();
    switches.scan(
        "",
        END,
        (name, to) -> {
          all.put(name, to);
          return true;
        });
    return all;
  }
}
