package io.gistmill.launcher.service;

import io.gistmill.gateway.Gateway;
import io.gistmill.gateway.GatewaySettings;
import io.gistmill.gateway.stream.StreamSettings;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.runtime.http.HttpRoutes;

/// Starts the pages.
final class GatewayPart {

  private GatewayPart() {}

  static HttpRoutes start(Platform platform) {
    GistmillConfig config = platform.config();
    var settings =
        new GatewaySettings(
            platform.folder("gateway.sqlite"),
            config.zone(),
            platform.classifiers().names(),
            config.mails(),
            new StreamSettings(
                config.streams(),
                StreamSettings.DEFAULT.buffer(),
                StreamSettings.DEFAULT.heartbeat()),
            OwnersPart.settings(platform));
    return platform.add(
        Gateway.start(
            platform.kafka(),
            platform.topics(),
            settings,
            new Gateway.Clocks(platform.times().ofLog(), platform.times().real()),
            platform.services(),
            platform.meters()));
  }
}
