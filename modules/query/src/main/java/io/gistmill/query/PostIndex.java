package io.gistmill.query;

import io.gistmill.domain.StoryPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
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
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/// Some posts, to be asked by many queries: a query looks its words up, and never at each post.
///
/// Lies in memory, starts no threads and never changes. Not for several threads at once.
public final class PostIndex {

  /// Held, since a logger that nobody holds forgets its level. Lucene advises each process to load
  /// a module for vectors, which nothing here computes with.
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(Level.SEVERE);
  }

  private final IndexSearcher searcher;

  private PostIndex(ByteBuffersDirectory written) throws IOException {
    this.searcher = new IndexSearcher(DirectoryReader.open(written));
    searcher.setQueryCache(null);
  }

  public static PostIndex of(Iterable<StoryPost> posts) {
    Builder builder = builder();
    posts.forEach(builder::add);
    return builder.build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Takes up posts one after another.
  public static final class Builder {

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;

    private Builder() {
      var config =
          new IndexWriterConfig(WordAnalyzer.INSTANCE)
              .setMergePolicy(NoMergePolicy.INSTANCE)
              .setMergeScheduler(new SerialMergeScheduler());
      try {
        this.writer = new IndexWriter(directory, config);
      } catch (IOException e) {
        throw unreachable(e);
      }
    }

    /// A post's place is how many were added before it.
    public void add(StoryPost post) {
      try {
        writer.addDocument(PostDocument.of(post));
      } catch (IOException e) {
        throw unreachable(e);
      }
    }

    /// To be called once, at the end.
    public PostIndex build() {
      try {
        writer.close();
        return new PostIndex(directory);
      } catch (IOException e) {
        throw unreachable(e);
      }
    }
  }

  /// The places of the posts that meet a query.
  public BitSet matching(PostQuery.Parsed query) {
    var found = new BitSet();
    try {
      Weight weight =
          searcher.createWeight(searcher.rewrite(query.query()), ScoreMode.COMPLETE_NO_SCORES, 1);
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
    for (int post = posts.nextDoc();
        post != DocIdSetIterator.NO_MORE_DOCS;
        post = posts.nextDoc()) {
      found.set(base + post);
    }
  }

  private static UncheckedIOException unreachable(IOException e) {
    return new UncheckedIOException("an index in memory cannot be read", e);
  }
}
