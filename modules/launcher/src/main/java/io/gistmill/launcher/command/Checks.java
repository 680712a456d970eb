package io.gistmill.launcher.command;

import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.TopicException;
import io.gistmill.contracts.Topics;
import io.gistmill.delivery.mail.DkimRecords;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.failure.Causes;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.launcher.service.KeyFile;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/// Tries, one after the other, what a start would need.
final class Checks {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final GistmillConfig config;

  Checks(GistmillConfig config) {
    this.config = config;
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    findings.add(folder("data", config.data()));
    findings.add(folder("mails", config.mails()));
    findings.add(key(config.links().keyFile()));
    config
        .kafka()
        .bootstrap()
        .ifPresentOrElse(servers -> cluster(servers, findings), () -> findings.add(ownBroker()));
    findings.add(port("http", config.http().host(), config.http().port(), "http.port"));
    findings.addAll(new MailChecks(config.delivery(), DkimRecords.ofTheMachine()).all());
    findings.addAll(plugins());
    config.summariser().map(SummariserCheck::of).ifPresent(findings::add);
    return findings;
  }

  private List<Finding> plugins() {
    List<Finding> findings = new ArrayList<>();
    if (!config.plugins().equals(GistmillConfig.PLUGINS) && !Files.isDirectory(config.plugins())) {
      findings.add(
          new Finding(
              Finding.Grade.NOTE,
              "plugins",
              "classifier.plugins: there is no folder " + config.plugins() + ", so none is asked"));
    }
    InstalledClassifiers.with(config.plugins())
        .registry()
        .problems()
        .forEach(problem -> findings.add(new Finding(false, "plugins", problem)));
    return findings;
  }

  private static Finding folder(String what, Path folder) {
    boolean good = canBeMade(folder);
    return new Finding(
        good,
        what,
        good
            ? folder.toString()
            : folder + " cannot be written to; give another folder as " + what);
  }

  private static boolean canBeMade(Path path) {
    Path existing = path.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
  }

  /// A start makes the file where it is missing.
  private static Finding key(Path file) {
    if (!Files.exists(file)) {
      boolean good = canBeMade(file);
      return new Finding(
          good,
          "key-file",
          file + (good ? " is made at the start" : " cannot be made; name another as key-file"));
    }
    try {
      KeyFile.read(file);
      return new Finding(true, "key-file", file + " holds a key");
    } catch (UsageException e) {
      return new Finding(false, "key-file", String.valueOf(e.getMessage()));
    }
  }

  private Finding ownBroker() {
    return port("broker", "127.0.0.1", config.kafka().port(), "broker.port");
  }

  private static Finding port(String what, String host, int port, String key) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return new Finding(true, what, host + ":" + port + " is free");
    } catch (IOException e) {
      return new Finding(
          false,
          what,
          "cannot listen on "
              + host
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); end what does, or set another "
              + key);
    }
  }

  private void cluster(String servers, List<Finding> findings) {
    var settings = new KafkaConnection(servers, config.kafka().properties()).addTo(limits());
    try (Admin admin = Admin.create(settings)) {
      var cluster = admin.describeCluster();
      int nodes = cluster.nodes().get().size();
      findings.add(new Finding(true, "broker", servers + " answers, nodes: " + nodes));
      topics(admin, findings);
    } catch (KafkaException | ExecutionException e) {
      findings.add(new Finding(false, "broker", servers + refusal(Causes.root(e))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      findings.add(new Finding(false, "broker", "interrupted; try again"));
    }
  }

  private static String refusal(Throwable cause) {
    String message = " (" + Causes.message(cause) + "); ";
    return cause instanceof AuthenticationException || cause instanceof AuthorizationException
        ? " does not let gistmill in" + message + "check kafka.properties"
        : " does not answer"
            + message
            + "check kafka.bootstrap and kafka.properties, and that its brokers run";
  }

  private void topics(Admin admin, List<Finding> findings) {
    var topics =
        new Topics(
            config.layout().prefix(), config.layout().partitions(), config.layout().subscribers());
    try {
      List<String> differences = TopicAdmin.differences(admin, topics.all());
      differences.forEach(difference -> findings.add(new Finding(false, "topics", difference)));
      if (differences.isEmpty()) {
        findings.add(new Finding(true, "topics", "those that exist are as they must be"));
      }
    } catch (TopicException e) {
      findings.add(new Finding(false, "topics", String.join("; ", e.problems())));
    }
  }

  private static Properties limits() {
    var settings = new Properties();
    int millis = Math.toIntExact(ANSWER_WITHIN.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    return settings;
  }
}
