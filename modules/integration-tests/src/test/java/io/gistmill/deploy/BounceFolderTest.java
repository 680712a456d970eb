package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.processes.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A whole Gistmill that is told where its bounces arrive.
@Timeout(300)
class BounceFolderTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String FAILED_VISITS =
      "(?s).*gistmill_bounce_visits_total\\{outcome=\"failed\"\\} [1-9].*";
  private static final String FORGED =
      """
      Return-Path: <>
      From: MAILER-DAEMON@site.example
      Subject: Undelivered
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.site.example

      Final-Recipient: rfc822; a@site.example
      Action: failed
      Status: 5.1.1
      --b--
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void folderIsWaitedForAndEmptied() throws IOException, InterruptedException {
    // given
    Path bounces = folder.resolve("bounces");
    try (var gistmill =
        RunningGistmill.start(
            folder,
            "--set",
            "mail.bounces.folder=" + bounces,
            "--set",
            "mail.bounces.interval=1s")) {
      URI ready = gistmill.process().url().resolve("/health/ready");
      await().atMost(LIMIT).until(() -> gistmill.get("/metrics").matches(FAILED_VISITS));

      // when
      Files.createDirectory(bounces);
      Path mail = Files.writeString(bounces.resolve("1.part"), FORGED.replace("\n", "\r\n"));
      // What is younger than some seconds may still be being written.
      Files.setLastModifiedTime(mail, FileTime.from(Instant.now().minusSeconds(60)));
      Files.move(mail, bounces.resolve("1.eml"), StandardCopyOption.ATOMIC_MOVE);

      // then
      await().atMost(LIMIT).until(() -> Files.exists(bounces.resolve("handled/1.eml")));
      await().atMost(LIMIT).until(() -> Http.get(ready).statusCode() == 200);
      assertThat(gistmill.get("/metrics"))
          .contains("gistmill_bounce_reports_total{result=\"unproven\"} 1.0");
      URI api = gistmill.process().url().resolve("/api/bounces");
      assertThat(Http.post(api, "token-of-this-test", "{\"digest\":\"a.1\",\"kind\":\"hard\"}"))
          .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404));
    }
  }
}
