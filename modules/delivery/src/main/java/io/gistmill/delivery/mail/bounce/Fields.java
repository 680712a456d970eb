package io.gistmill.delivery.mail.bounce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One group of header fields, names in lower case, folded lines joined; of a repeated one the
/// first.
///
/// @param values by name
record Fields(Map<String, String> values) {

  private static final int MOST = 500;
  private static final Pattern GROUPS = Pattern.compile("\n[ \t]*\n");
  private static final Pattern FOLD = Pattern.compile("\n[ \t]+");

  Fields {
    values = Map.copyOf(values);
  }

  /// All groups of a text, which empty lines part.
  static List<Fields> groups(byte[] text) {
    String lines = new String(text, StandardCharsets.UTF_8).replace("\r\n", "\n");
    var groups = new ArrayList<Fields>();
    for (String group : GROUPS.split(lines, MOST)) {
      Fields fields = group(group);
      if (!fields.values.isEmpty()) {
        groups.add(fields);
      }
    }
    return groups;
  }

  private static Fields group(String text) {
    var values = new TreeMap<String, String>();
    for (String line : FOLD.matcher(text).replaceAll(" ").split("\n", MOST)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        values.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return new Fields(values);
  }

  /// @param name in lower case
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /// A value such as `rfc822; a@b.example`, without its type.
  Optional<String> typed(String name) {
    return get(name)
        .map(value -> value.substring(value.indexOf(';') + 1).strip())
        .filter(value -> !value.isEmpty());
  }
}
