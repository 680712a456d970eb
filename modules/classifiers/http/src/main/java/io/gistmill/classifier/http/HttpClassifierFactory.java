package io.gistmill.classifier.http;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.engine.EngineFactory;
import io.gistmill.classifier.engine.Secret;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.Limits;
import io.gistmill.web.WebClient;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/// One plug-in with `engine: http`.
record HttpClassifierFactory(String name, HttpSettings settings) implements EngineFactory {

  private static final int MAX_ANSWER = 8 << 20;
  private static final int MAX_RATIO = 100;

  /// Of one call, whatever the service takes.
  private static final int MOST_POSTS = 32;

  @Override
  public String version() {
    return settings.version();
  }

  /// What goes into one request: several requests of one call would share its time limit.
  @Override
  public int batch() {
    return Math.min(MOST_POSTS, settings.batch());
  }

  @Override
  public Classifier create() {
    Optional<Secret> token = settings.token().map(source -> source.read(System.getenv()));
    var connection = new Connection(client(), settings, token);
    var retrying =
        new Retrying(
            connection,
            settings.retries(),
            settings.timeOut(),
            System::nanoTime,
            new SplittableRandom(System.nanoTime()));
    return new HttpClassifier(id(), settings, retrying);
  }

  private WebClient client() {
    AddressGuard guard =
        settings.allowPrivate() ? AddressGuard.withPrivate() : AddressGuard.publicOnly();
    Duration timeOut = settings.timeOut();
    return WebClient.keeping(guard, new Limits(timeOut, timeOut, MAX_ANSWER, MAX_RATIO, 0));
  }
}
