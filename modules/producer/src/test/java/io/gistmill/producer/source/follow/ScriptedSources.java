package io.gistmill.producer.source.follow;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceMemory;
import io.gistmill.producer.source.PollHints;
import io.gistmill.producer.source.PollResult;
import io.gistmill.producer.source.Source;
import io.gistmill.producer.source.SourceCheck;
import io.gistmill.producer.source.SourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Sources whose items tests put there. The address is `peer/name`.
final class ScriptedSources implements SourceType {

  /// What happens at the other end before a source answers.
  @FunctionalInterface
  interface Hurdle {
    void pass(String source) throws InterruptedException;
  }

  private final Map<String, List<String>> items = new ConcurrentHashMap<>();
  private final List<String> polled = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
  private final AtomicInteger mostAtOnePeer = new AtomicInteger();
  private volatile Hurdle hurdle = source -> {};

  void put(String source, String item) {
    items.computeIfAbsent(source, _ -> new CopyOnWriteArrayList<>()).add(item);
  }

  void hurdle(Hurdle hurdle) {
    this.hurdle = hurdle;
  }

  /// The ids of sources in the order in which their polls began.
  List<String> polled() {
    return polled;
  }

  int mostAtOnePeer() {
    return mostAtOnePeer.get();
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String normal(String typed) {
    return typed;
  }

  @Override
  public SourceCheck check(String address) {
    return new SourceCheck.Usable(address, null, List.of());
  }

  @Override
  public Source open(SourceDefinition definition) {
    return new Scripted(definition);
  }

  private final class Scripted implements Source {
    private final SourceDefinition definition;

    Scripted(SourceDefinition definition) {
      this.definition = definition;
    }

    @Override
    public String peer() {
      return definition.address().replaceFirst("/.*", "");
    }

    @Override
    public PollResult poll(SourceMemory memory, Instant now) throws InterruptedException {
      polled.add(definition.id());
      AtomicInteger atPeer = busy.computeIfAbsent(peer(), _ -> new AtomicInteger());
      mostAtOnePeer.accumulateAndGet(atPeer.incrementAndGet(), Math::max);
      try {
        hurdle.pass(definition.id());
        return news(memory, now);
      } finally {
        atPeer.decrementAndGet();
      }
    }

    private PollResult news(SourceMemory memory, Instant now) {
      var seen = new ArrayList<>(memory.seen());
      var events = new ArrayList<PostEvent>();
      for (String item : items.getOrDefault(definition.id(), List.of())) {
        if (!seen.contains(item)) {
          seen.add(item);
          events.add(new PostEvent.Posted(post(definition.id(), item, now)));
        }
      }
      var next = new SourceMemory(null, "scripted", null, null, seen);
      return new PollResult.Polled(events, next, PollHints.NONE, null);
    }
  }

  static Post post(String source, String item, Instant now) {
    return new Post(
        PostIds.ofStableId(source, item),
        new Origin(source, null),
        "",
        null,
        now,
        false,
        null,
        null,
        item,
        List.of(),
        List.of(),
        List.of());
  }
}
