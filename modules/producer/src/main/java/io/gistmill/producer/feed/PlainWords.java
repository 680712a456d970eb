package io.gistmill.producer.feed;

import java.util.List;

/// Words without markup.
///
/// @param text paragraphs with an empty line between them
/// @param links addresses in it, in order, each once
record PlainWords(String text, List<String> links) {
  PlainWords {
    links = List.copyOf(links);
  }
}
