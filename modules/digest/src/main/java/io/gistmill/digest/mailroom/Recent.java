package io.gistmill.digest.mailroom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The values that were asked for last.
final class Recent<K, V> {

  private final Map<K, V> held = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;

  Recent(int most) {
    this.most = most;
  }

  V get(K key, Function<K, V> make) {
    V known = held.get(key);
    if (known != null) {
      return known;
    }
    V made = make.apply(key);
    held.put(key, made);
    if (held.size() > most) {
      held.remove(held.keySet().iterator().next());
    }
    return made;
  }
}
