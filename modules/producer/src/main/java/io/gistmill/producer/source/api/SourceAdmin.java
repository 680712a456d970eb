package io.gistmill.producer.source.api;

import io.gistmill.domain.SourceDefinition;
import io.gistmill.producer.source.SourceCheck;
import io.gistmill.producer.source.SourceIds;
import io.gistmill.producer.source.SourceType;
import io.gistmill.producer.source.follow.Followed;
import io.gistmill.producer.source.follow.SourceCatalogue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Tries and adds sources.
final class SourceAdmin {

  private static final int AT_ONCE = 16;
  private static final String SPELL = "write a whole address, such as https://site.example/feed";

  private final SourceCatalogue catalogue;
  private final SourceType type;
  private final InstantSource clock;

  SourceAdmin(SourceCatalogue catalogue, SourceType type, InstantSource clock) {
    this.catalogue = catalogue;
    this.type = type;
    this.clock = clock;
  }

  /// One result for each address, in their order.
  List<AddResult> addAll(List<String> addresses, boolean untested) throws InterruptedException {
    var slots = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<Future<AddResult>>();
      for (String address : addresses) {
        results.add(threads.submit(() -> limited(slots, address, untested)));
      }
      return collect(results);
    }
  }

  private static List<AddResult> collect(List<Future<AddResult>> results)
      throws InterruptedException {
    var collected = new ArrayList<AddResult>();
    for (Future<AddResult> result : results) {
      try {
        collected.add(result.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
    return collected;
  }

  private AddResult limited(Semaphore slots, String address, boolean untested)
      throws InterruptedException {
    slots.acquire();
    try {
      return add(address, untested);
    } finally {
      slots.release();
    }
  }

  AddResult add(String typed, boolean untested) throws InterruptedException {
    String address;
    try {
      address = type.normal(typed);
    } catch (IllegalArgumentException e) {
      return AddResult.refused(typed, String.valueOf(e.getMessage()), SPELL);
    }
    @Nullable AddResult present = present(typed, address);
    if (present != null) {
      return present;
    } else if (untested) {
      return define(typed, address, null, null);
    }
    return switch (type.check(address)) {
      case SourceCheck.Unusable(var reason, var mend) -> AddResult.refused(typed, reason, mend);
      case SourceCheck.Usable usable -> {
        @Nullable AddResult found = present(typed, usable.address());
        yield found == null
            ? define(typed, usable.address(), usable.title(), usable.events().size())
            : found;
      }
    };
  }

  /// A source that was given up is no hindrance: adding it again makes it run again.
  private @Nullable AddResult present(String typed, String address) {
    return catalogue
        .find(SourceIds.of(type.name(), address))
        .filter(followed -> !followed.schedule().disabled())
        .map(followed -> present(typed, followed))
        .orElse(null);
  }

  private static AddResult present(String typed, Followed followed) {
    SourceDefinition source = followed.definition();
    return new AddResult(
        typed, "present", source.id(), source.address(), source.title(), null, null, null);
  }

  private AddResult define(
      String typed, String address, @Nullable String title, @Nullable Integer posts)
      throws InterruptedException {
    String id = SourceIds.of(type.name(), address);
    catalogue.define(new SourceDefinition(id, type.name(), address, title, clock.instant()));
    return new AddResult(typed, "added", id, address, title, posts, null, null);
  }

  SourceCheck test(String typed) throws InterruptedException {
    try {
      return type.check(type.normal(typed));
    } catch (IllegalArgumentException e) {
      return new SourceCheck.Unusable(String.valueOf(e.getMessage()), SPELL);
    }
  }
}
