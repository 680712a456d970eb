package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.AuthorPosts;
import io.gistmill.digest.desk.DeskTables.KnownPost;
import java.util.ArrayList;
import java.util.List;

/// Finds what an author wrote last, since who goes on with a story seldom names its subject again.
///
/// As in the [NameIndex], a round-up is filed nowhere and finds nothing.
final class AuthorIndex {

  static final int POSTS_PER_AUTHOR = 4;

  private final DeskTables tables;

  AuthorIndex(DeskTables tables) {
    this.tables = tables;
  }

  /// Ids of the newest posts of a post's author, in the order of folding; none of an author without
  /// name.
  List<String> newest(KnownPost post) {
    return isFiled(post) ? newest(post.account()) : List.of();
  }

  /// @param before as [#newest] has it
  void add(String id, KnownPost post, List<String> before) {
    if (isFiled(post)) {
      List<String> newest = new ArrayList<>(before);
      newest.add(id);
      int dropped = Math.max(0, newest.size() - POSTS_PER_AUTHOR);
      put(post.account(), newest.subList(dropped, newest.size()));
    }
  }

  void remove(String id, KnownPost post) {
    List<String> newest = newest(post);
    if (newest.contains(id)) {
      put(post.account(), newest.stream().filter(other -> !other.equals(id)).toList());
    }
  }

  private static boolean isFiled(KnownPost post) {
    return !post.account().isEmpty() && !NameIndex.isRoundUp(post.fingerprint());
  }

  private List<String> newest(String account) {
    AuthorPosts row = tables.authors().get(account);
    return row == null ? List.of() : row.newest();
  }

  private void put(String account, List<String> newest) {
    if (newest.isEmpty()) {
      tables.authors().delete(account);
    } else {
      tables.authors().put(account, new AuthorPosts(newest));
    }
  }
}
