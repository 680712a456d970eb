package io.gistmill.deploy;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Variables in a compose file, of which only `${NAME:-default}` is used: it always has a value.
///
/// @param variables of whoever starts the services
record Interpolation(Map<String, String> variables) {

  private static final Pattern USE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");

  String apply(String text) {
    return USE.matcher(text)
        .replaceAll(use -> Matcher.quoteReplacement(value(use.group(1), use.group(2))));
  }

  private String value(String name, String fallback) {
    String given = variables.getOrDefault(name, "");
    return given.isEmpty() ? fallback : given;
  }
}
