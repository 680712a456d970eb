package io.gistmill.digest.topology;

import io.gistmill.digest.mailroom.MailroomTables;
import io.gistmill.digest.mailroom.Rehearsal;
import io.gistmill.digest.mailroom.ShownTables;
import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.state.Table;
import io.gistmill.runtime.streams.StreamsService;
import java.util.Optional;

/// The tables of all mailrooms of one running instance, for reading from any thread.
public final class MailroomStores {

  private final StreamsService service;

  public MailroomStores(StreamsService service) {
    this.service = service;
  }

  /// The copy of the stories, or nothing while it is not open.
  public Optional<Table<StoryEvent>> stories() {
    return service.copy(MailroomTopology.STORIES);
  }

  /// Something to ask one question, or nothing while partitions are taken up.
  public Optional<Rehearsal> rehearsal() {
    return tables().flatMap(all -> stories().map(stories -> new Rehearsal(all, stories)));
  }

  private Optional<MailroomTables> tables() {
    try {
      return Optional.of(
          new MailroomTables(
              open(MailroomTopology.INBOX),
              open(MailroomTopology.PENDING),
              open(MailroomTopology.SUBSCRIBERS),
              open(MailroomTopology.SUBSCRIPTIONS),
              open(MailroomTopology.DUE),
              open(MailroomTopology.PROGRESS),
              new ShownTables(
                  open(MailroomTopology.PAGES),
                  open(MailroomTopology.ISSUED),
                  open(MailroomTopology.WEEKS),
                  open(MailroomTopology.OWED),
                  open(MailroomTopology.ALIASES))));
    } catch (NotOpen e) {
      return Optional.empty();
    }
  }

  private <V> Table<V> open(String store) throws NotOpen {
    return service.<V>copy(store).orElseThrow(NotOpen::new);
  }

  private static final class NotOpen extends Exception {
    private static final long serialVersionUID = 1;
  }
}
