package io.gistmill.classifier.trained.text;

/// Takes the grams of a text, one after the other.
interface GramSink {

  /// @param hash of what the gram says, spread over all 32 bits
  /// @param weight of the part in which it stands, in halves of one occurrence
  /// @param start of its first unit in the normalised text
  /// @param end behind its last unit
  void gram(int hash, int weight, int start, int end);
}
