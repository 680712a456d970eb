package io.gistmill.tutorial;

import java.util.List;
import java.util.regex.Pattern;

/// A block of code on a page.
///
/// @param kind what stands behind the language: nothing, `shows=FILE`, `write=FILE`, `output`,
///   `demo`, `page=PATH`
record Block(String language, String kind, String text) {

  private static final Pattern FENCED =
      Pattern.compile("(?ms)^```([a-z]+) ?([^\\n]*)\\n(.*?)^```$");

  static List<Block> of(String page) {
    return FENCED
        .matcher(page)
        .results()
        .map(found -> new Block(found.group(1), found.group(2).strip(), found.group(3)))
        .toList();
  }

  /// What stands behind a prefix of the kind.
  String named(String prefix) {
    return kind.substring(prefix.length());
  }
}
