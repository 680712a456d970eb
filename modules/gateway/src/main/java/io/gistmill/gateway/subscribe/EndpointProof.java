package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Contact.Endpoint;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Asks an endpoint whether it wants digests.
@FunctionalInterface
public interface EndpointProof {

  /// Tries once, within a minute. Safe for all threads.
  Proof prove(Invitation invitation) throws InterruptedException;

  /// @param subscriber whose secret signs the question
  /// @param generation of the secret
  /// @param manage the owner's page, which the question may bring to whoever reads there; null when
  ///   that is not theirs alone to see
  record Invitation(
      String subscriber,
      String url,
      Endpoint.Format format,
      int generation,
      @Nullable URI manage) {}

  sealed interface Proof {

    /// It has met the challenge.
    record Met() implements Proof {}

    /// It has not.
    ///
    /// @param reason for whoever asked, with the mend
    record Failed(String reason) implements Proof {}
  }
}
