package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.KnownPost;

/// Takes a post out of everything that later posts are compared with; what it told stays told.
final class Forgetting {

  private final DeskTables tables;
  private final NearDuplicates nearDuplicates;
  private final SharedLinks sharedLinks;
  private final Postings names;
  private final Postings meanings;
  private final AuthorIndex authorIndex;

  Forgetting(DeskTables tables) {
    this.tables = tables;
    this.nearDuplicates = new NearDuplicates(tables);
    this.sharedLinks = new SharedLinks(tables);
    this.names = NameIndex.postings(tables);
    this.meanings = MeaningIndex.postings(tables);
    this.authorIndex = new AuthorIndex(tables);
  }

  void post(String id, KnownPost post) {
    nearDuplicates.remove(id, post.fingerprint());
    sharedLinks.remove(id, post.fingerprint());
    names.remove(id, post.fingerprint());
    if (Boolean.TRUE.equals(post.meant())) {
      meanings.remove(id, post.fingerprint());
    }
    authorIndex.remove(id, post);
    tables.posts().delete(id);
    tables.told().delete(id);
  }
}
