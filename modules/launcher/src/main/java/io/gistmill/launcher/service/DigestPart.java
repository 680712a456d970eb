package io.gistmill.launcher.service;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.RetryLadder;
import io.gistmill.delivery.link.SignedLinks;
import io.gistmill.digest.api.DigestRoutes;
import io.gistmill.digest.courier.Composer;
import io.gistmill.digest.courier.Courier;
import io.gistmill.digest.courier.CourierSettings;
import io.gistmill.digest.courier.api.DeliveryRoutes;
import io.gistmill.digest.courier.api.LedgerSearch;
import io.gistmill.digest.courier.ledger.LedgerRules;
import io.gistmill.digest.topology.MailroomStores;
import io.gistmill.digest.topology.MailroomTopology;
import io.gistmill.domain.Channel;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.streams.StreamsService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts desk and mailroom, and the courier.
final class DigestPart {

  private DigestPart() {}

  static List<HttpRoutes> start(Platform platform) {
    platform.add(platform.stage(Stage.DESK));
    StreamsService mailroom = platform.add(platform.stage(Stage.MAILROOM));
    GistmillConfig config = platform.config();
    MasterKey key = KeyFile.open(config.links().keyFile());
    var transports = new Transports(config, key, platform.times());
    var links = new Links(new SignedLinks(key, config.links().url()));
    platform.add(
        Courier.start(
            platform.kafka(),
            platform.topics(),
            settings(config, transports),
            platform.times().ofLog(),
            new Composer(
                () -> mailroom.copy(MailroomTopology.STORIES),
                platform.classifiers().topicNames(),
                links),
            links,
            Map.of(Channel.EMAIL, transports.mail(), Channel.WEBHOOK, transports.webhook()),
            platform.meters()));
    var ledger = new LedgerSearch(platform.kafka(), platform.topics());
    var routes = new ArrayList<HttpRoutes>();
    routes.add(new DeliveryRoutes(ledger, platform.token(), platform.times().ofLog()));
    routes.add(rehearsals(platform, new MailroomStores(mailroom)));
    routes.addAll(Bounces.start(platform, transports, ledger));
    return routes;
  }

  private static HttpRoutes rehearsals(Platform platform, MailroomStores stores) {
    return new DigestRoutes(
        () ->
            stores
                .rehearsal()
                .flatMap(
                    rehearsal ->
                        stores.stories().map(copy -> new DigestRoutes.Inside(rehearsal, copy))),
        platform.classifiers().topicNames(),
        platform.token());
  }

  private static CourierSettings settings(GistmillConfig config, Transports transports) {
    var rules =
        new LedgerRules(
            config.delivery().spread(),
            Map.of(
                Channel.EMAIL, RetryLadder.MAIL::pauseAfter,
                Channel.WEBHOOK, RetryLadder.WEBHOOK::pauseAfter));
    return new CourierSettings(
        rules,
        Map.of(
            Channel.EMAIL,
            transports.mailsAtOnce(),
            Channel.WEBHOOK,
            CourierSettings.WEBHOOKS_AT_ONCE),
        config.delivery().perDestination(),
        config.stages().session());
  }
}
