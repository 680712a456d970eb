package io.gistmill.launcher.service;

import io.gistmill.digest.api.DigestRoutes;
import io.gistmill.digest.outbox.Outbox;
import io.gistmill.digest.topology.MailroomStores;
import io.gistmill.digest.topology.MailroomTopology;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.producer.publish.Editions;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.streams.StreamsService;
import java.util.List;

/// Starts desk and mailroom, and the writing of mails.
final class DigestPart {

  private DigestPart() {}

  static List<HttpRoutes> start(Platform platform) {
    platform.add(platform.stage(Stage.DESK));
    StreamsService mailroom = platform.add(platform.stage(Stage.MAILROOM));
    platform.add(
        Outbox.start(
            platform.kafka(),
            platform.topics(),
            new Outbox.Settings(
                platform.config().mails(), Editions.SUBSCRIBER, InstalledClassifiers.topicNames()),
            () -> mailroom.copy(MailroomTopology.STORIES),
            platform.meters()));
    var stores = new MailroomStores(mailroom);
    return List.of(
        new DigestRoutes(
            () ->
                stores
                    .rehearsal()
                    .flatMap(
                        rehearsal ->
                            stores.stories().map(copy -> new DigestRoutes.Inside(rehearsal, copy))),
            InstalledClassifiers.topicNames(),
            platform.token()));
  }
}
