package io.gistmill.digest.desk.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads tables of learnt weights from the jar: a name, a tab and a number on each line; a line
/// that begins with a hash is a comment.
public final class WeightTable {

  private WeightTable() {}

  /// @param beside a class in whose package the file lies
  /// @return the numbers as they are written, by name
  public static SortedMap<String, String> read(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      var weights = new TreeMap<String, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(row -> weights.put(row[0], row[1]));
      return Collections.unmodifiableSortedMap(weights);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
