package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.Mentions;
import java.util.ArrayList;
import java.util.List;

/// Finds what an author wrote last, since who goes on with a story seldom names its subject again.
///
/// The rows stand among those of the names, behind a mark that no name begins with.
final class AuthorIndex {

  static final int POSTS_PER_AUTHOR = 4;

  private static final String MARK = "\u0001";

  private final DeskTables tables;

  AuthorIndex(DeskTables tables) {
    this.tables = tables;
  }

  /// Ids of the newest posts, in the order of folding; none of an author without name.
  List<String> newest(String author) {
    Mentions row = author.isEmpty() ? null : tables.names().get(MARK + author);
    return row == null ? List.of() : row.newest();
  }

  /// @param before as [#newest] has it
  void add(String post, String author, List<String> before) {
    if (!author.isEmpty()) {
      List<String> newest = new ArrayList<>(before);
      newest.add(post);
      put(author, newest.subList(Math.max(0, newest.size() - POSTS_PER_AUTHOR), newest.size()));
    }
  }

  void remove(String post, String author) {
    List<String> newest = newest(author);
    if (newest.contains(post)) {
      put(author, newest.stream().filter(id -> !id.equals(post)).toList());
    }
  }

  private void put(String author, List<String> newest) {
    if (newest.isEmpty()) {
      tables.names().delete(MARK + author);
    } else {
      tables.names().put(MARK + author, new Mentions(newest.size(), newest));
    }
  }
}
