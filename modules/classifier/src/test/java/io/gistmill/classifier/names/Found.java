package io.gistmill.classifier.names;

import java.util.List;

/// What a text names, for tests.
final class Found {

  private Found() {}

  static List<String> in(String text) {
    String folded = Folded.fold(text);
    var words = new Folded(folded, folded.length(), folded.length());
    var found = new Sightings(words);
    NameFinder.find(words, Piece.of(folded), Background.shipped(), found);
    Titles.find(words, found);
    return List.copyOf(found.names());
  }
}
