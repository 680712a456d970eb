package io.gistmill.digest.mailroom;

import io.gistmill.query.PostQuery;
import java.util.LinkedHashMap;
import java.util.Map;

/// The filters that were asked for last, each read once for many windows.
final class KnownFilters {

  private static final int MOST = 20_000;

  private final Map<String, PostQuery> held = new LinkedHashMap<>(16, 0.75f, true);

  PostQuery get(String filter) {
    PostQuery query = held.get(filter);
    if (query == null) {
      query = PostQuery.parse(filter);
      held.put(filter, query);
      if (held.size() > MOST) {
        held.remove(held.keySet().iterator().next());
      }
    }
    return query;
  }
}
