package io.gistmill.launcher.service;

import io.gistmill.runtime.http.HttpRoutes;
import java.util.List;

/// A part of Gistmill that can run in a process of its own. They meet on the topics alone.
public enum Part {
  /// Clock, intake over HTTP, and feeds.
  PRODUCER {
    @Override
    List<HttpRoutes> start(Platform platform) throws InterruptedException {
      return ProducerPart.start(platform);
    }
  },

  /// Tags posts.
  CLASSIFIER {
    @Override
    List<HttpRoutes> start(Platform platform) {
      return ClassifierPart.start(platform);
    }
  },

  /// Folds stories, cuts digests, and writes mails.
  DIGEST {
    @Override
    List<HttpRoutes> start(Platform platform) {
      return DigestPart.start(platform);
    }
  },

  /// Pages, live streams and the reading API.
  GATEWAY {
    @Override
    List<HttpRoutes> start(Platform platform) {
      return List.of(GatewayPart.start(platform));
    }
  };

  /// Starts its services, which the platform ends.
  ///
  /// @return what it answers over HTTP
  abstract List<HttpRoutes> start(Platform platform) throws InterruptedException;
}
