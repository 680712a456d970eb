package io.gistmill.classifier.api.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Traditional Chinese characters by their simplified ones, one UTF-16 unit for one.
///
/// The table is derived from ICU's transliterator `Traditional-Simplified` by the tool
/// `SimplifiedTable`. Words that differ by more than their characters stay different.
public final class Simplified {

  private static final String FILE = "simplified.txt";
  private static final char[] TABLE = read();

  private Simplified() {}

  public static char of(char c) {
    return TABLE[c];
  }

  private static char[] read() {
    var table = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (char) i;
    }
    String pairs = pairs();
    for (int i = 0; i + 1 < pairs.length(); i += 2) {
      table[pairs.charAt(i)] = pairs.charAt(i + 1);
    }
    return table;
  }

  private static String pairs() {
    try (InputStream file = Simplified.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
