package io.gistmill.classifier.taxonomy;

import java.util.List;

/// A taxonomy file that cannot be used, with everything that is wrong in it.
public final class InvalidTaxonomyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient List<String> mistakes;

  InvalidTaxonomyException(String file, List<String> mistakes) {
    super(file + " is no valid taxonomy:\n  " + String.join("\n  ", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /// One line a mistake: its path in the file, what is wrong, and the mend.
  public List<String> mistakes() {
    return mistakes;
  }
}
