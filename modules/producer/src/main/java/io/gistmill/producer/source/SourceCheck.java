package io.gistmill.producer.source;

import io.gistmill.domain.PostEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a trial of an address showed.
public sealed interface SourceCheck {

  /// @param address where the source really lives; another one than was asked for when a page named
  ///   its feed
  /// @param title what it calls itself
  /// @param events what the first poll would publish
  record Usable(String address, @Nullable String title, List<PostEvent> events)
      implements SourceCheck {
    public Usable {
      events = List.copyOf(events);
    }
  }

  /// @param reason what is wrong
  /// @param mend what to do about it
  record Unusable(String reason, String mend) implements SourceCheck {}
}
