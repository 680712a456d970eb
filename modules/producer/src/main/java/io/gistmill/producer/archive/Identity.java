package io.gistmill.producer.archive;

import io.gistmill.domain.PostIds;
import io.gistmill.domain.Quote;
import java.time.Instant;
import java.util.ArrayList;

/// The id of a post from an archive, the same in whichever archive it stands.
final class Identity {

  private static final String SOURCE = "archive";

  private Identity() {}

  static String of(Draft draft, String author, Instant published) {
    if (draft.id() != null) {
      return draft.id();
    }
    if (draft.link() != null) {
      String own = StatusLink.parse(draft.link()).map(StatusLink::address).orElse(draft.link());
      return PostIds.ofPermalink(own);
    }
    return PostIds.ofContent(SOURCE, author, draft.handle(), published, words(draft));
  }

  /// Quotes count as content: many a post consists of one alone.
  private static String words(Draft draft) {
    var words = new ArrayList<String>();
    if (draft.title() != null) {
      words.add(draft.title());
    }
    words.add(draft.text());
    draft.quoted().stream().map(Quote::text).forEach(words::add);
    return String.join("\n\n", words);
  }
}
