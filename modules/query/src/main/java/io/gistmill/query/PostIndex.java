package io.gistmill.query;

import io.gistmill.domain.StoryPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/// Some posts, to be asked by many queries: a query looks its words up, and never at each post.
///
/// Lies in memory, starts no threads and never changes. Not for several threads at once.
public final class PostIndex {

  /// Held, since a logger that nobody holds forgets its level. Lucene advises each process to load a
  /// module for vectors, which nothing here computes with.
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(Level.SEVERE);
  }

  private final IndexSearcher searcher;

  /// @param posts of which [#matching] gives the places
  public PostIndex(List<StoryPost> posts) {
    try {
      this.searcher = new IndexSearcher(DirectoryReader.open(written(posts)));
    } catch (IOException e) {
      throw unreachable(e);
    }
    searcher.setQueryCache(null);
  }

  private static ByteBuffersDirectory written(List<StoryPost> posts) throws IOException {
    var directory = new ByteBuffersDirectory();
    var config =
        new IndexWriterConfig(WordAnalyzer.INSTANCE)
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setMergeScheduler(new SerialMergeScheduler());
    try (var writer = new IndexWriter(directory, config)) {
      for (StoryPost post : posts) {
        writer.addDocument(PostDocument.of(post));
      }
    }
    return directory;
  }

  /// The places of the posts that meet a query.
  public BitSet matching(PostQuery.Parsed query) {
    var found = new BitSet();
    try {
      Weight weight =
          searcher.createWeight(
              searcher.rewrite(query.query()), ScoreMode.COMPLETE_NO_SCORES, 1);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        collect(weight.scorer(leaf), leaf.docBase, found);
      }
    } catch (IOException e) {
      throw unreachable(e);
    }
    return found;
  }

  private static void collect(@Nullable Scorer scorer, int base, BitSet found) throws IOException {
    if (scorer == null) {
      return;
    }
    DocIdSetIterator posts = scorer.iterator();
    for (int post = posts.nextDoc(); post != DocIdSetIterator.NO_MORE_DOCS; post = posts.nextDoc()) {
      found.set(base + post);
    }
  }

  private static UncheckedIOException unreachable(IOException e) {
    return new UncheckedIOException("an index in memory cannot be read", e);
  }
}
