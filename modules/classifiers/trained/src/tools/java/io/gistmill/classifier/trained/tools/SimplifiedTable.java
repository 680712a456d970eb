package io.gistmill.classifier.trained.tools;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes `simplified.txt`: traditional and simplified characters in turn, one UTF-16 unit each, by
/// ICU's transliterator.
public final class SimplifiedTable {

  private static final int A_LINE = 40;

  private SimplifiedTable() {}

  /// @param args the file to write
  public static void main(String[] args) throws IOException {
    Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
    var pairs = new StringBuilder();
    int count = 0;
    for (char c = '\u3400'; c <= '\u9FFF'; c++) {
      String simple = simplify.transliterate(String.valueOf(c));
      if (simple.length() == 1 && simple.charAt(0) != c) {
        pairs.append(c).append(simple);
        if (++count % A_LINE == 0) {
          pairs.append('\n');
        }
      }
    }
    Files.writeString(Path.of(args[0]), pairs.append('\n'));
  }
}
