package io.gistmill.digest.desk.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads tables of learnt weights from the jar: a name, a tab and a number on each line; a line
/// that begins with a hash is a comment.
public final class WeightTable {

  private WeightTable() {}

  /// @param beside a class in whose package the file lies
  /// @return the numbers as they are written, by name
  public static SortedMap<String, String> read(Class<?> beside, String file) {
    var weights = new TreeMap<String, String>();
    lines(beside, file).stream()
        .map(line -> line.split("\t", -1))
        .forEach(row -> weights.put(row[0], row[1]));
    return Collections.unmodifiableSortedMap(weights);
  }

  /// The lines of a file that are no comments.
  ///
  /// @param beside a class in whose package the file lies
  public static List<String> lines(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
