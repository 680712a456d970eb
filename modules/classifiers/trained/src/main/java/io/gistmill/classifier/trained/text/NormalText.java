package io.gistmill.classifier.trained.text;

import java.util.Arrays;

/// Texts as [Normaliser] leaves them, one behind the other, with the way back to the originals.
/// Reused from post to post; for one thread at a time.
final class NormalText {

  private char[] units = new char[1024];
  private int[] origins = new int[1024];
  private int length;

  /// Where the text begins that is being added.
  private int begin;

  void clear() {
    length = 0;
    begin = 0;
  }

  /// Begins another text behind those that are there.
  void begin() {
    begin = length;
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

  /// The last unit of the text that is being added; a blank before its first.
  char last() {
    return length == begin ? ' ' : units[length - 1];
  }

  /// Takes a blank away that ends the text that is being added.
  void dropBlank() {
    if (length > begin && units[length - 1] == ' ') {
      length--;
    }
  }

  int length() {
    return length;
  }

  char at(int i) {
    return units[i];
  }

  /// Where the unit stands in its original.
  int origin(int i) {
    return origins[i];
  }

  @Override
  public String toString() {
    return new String(units, 0, length);
  }
}
