package io.gistmill.producer.source.follow;

import io.gistmill.domain.SourceDefinition;
import java.util.List;
import java.util.Optional;

/// The sources that are followed, as this process knows them from the log. For all threads.
public interface SourceCatalogue {

  /// By id.
  List<Followed> all();

  Optional<Followed> find(String id);

  /// Follows a source from now on; replaces the one with the same id. It stands on the log when
  /// this returns, and in [#all] too unless this process lags behind.
  ///
  /// @throws CatalogueException when the log cannot be written to; then nothing is sure
  void define(SourceDefinition source) throws InterruptedException;

  /// Ends a source. Posts that came from it stay.
  ///
  /// @throws CatalogueException when the log cannot be written to
  void remove(String id) throws InterruptedException;
}
