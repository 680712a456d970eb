package io.gistmill.classifier.trained.text;

import java.util.Arrays;

/// Text as [Normaliser] leaves it, with the way back to the original. Reused from text to text; for
/// one thread at a time.
final class NormalText {

  private char[] units = new char[1024];
  private int[] origins = new int[1024];
  private int length;

  void clear() {
    length = 0;
  }

  /// @param origin offset of the unit in the original
  void add(char unit, int origin) {
    if (length == units.length) {
      units = Arrays.copyOf(units, length * 2);
      origins = Arrays.copyOf(origins, length * 2);
    }
    units[length] = unit;
    origins[length++] = origin;
  }

  void dropLast() {
    length--;
  }

  int length() {
    return length;
  }

  char at(int i) {
    return units[i];
  }

  /// Where the unit stands in the original.
  int origin(int i) {
    return origins[i];
  }

  @Override
  public String toString() {
    return new String(units, 0, length);
  }
}
