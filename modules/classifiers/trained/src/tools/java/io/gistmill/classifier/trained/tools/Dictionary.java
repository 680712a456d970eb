package io.gistmill.classifier.trained.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The Chinese words of jieba's dictionary, the most frequent first.
///
/// @param total of all counts
record Dictionary(List<Entry> entries, double total) {

  /// @param count in the texts from which the dictionary was made
  record Entry(String word, long count) {}

  static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]+");

  static Dictionary read() throws IOException {
    var entries = new ArrayList<Entry>();
    double total = 0;
    try (InputStream file = Dictionary.class.getResourceAsStream("/dict.txt")) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] fields = line.strip().split(" ");
        if (fields.length > 1 && HAN.matcher(fields[0]).matches()) {
          entries.add(new Entry(fields[0], Math.max(1, Long.parseLong(fields[1]))));
          total += entries.getLast().count();
        }
      }
    }
    entries.sort(Comparator.comparingLong(Entry::count).reversed().thenComparing(Entry::word));
    return new Dictionary(List.copyOf(entries), total);
  }
}
