package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import java.util.SortedMap;

/// One tagger and no other.
record FixedTaggers(Tagger tagger) implements Taggers {

  @Override
  public Tagger with(SortedMap<String, ClassifierSwitch> switches) {
    if (!switches.isEmpty()) {
      throw new IllegalArgumentException(
          "classifiers cannot be switched here: " + String.join(", ", switches.keySet()));
    }
    return tagger;
  }

  @Override
  public void close() {
    tagger.close();
  }
}
