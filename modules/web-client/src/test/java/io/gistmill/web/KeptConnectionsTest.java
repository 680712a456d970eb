package io.gistmill.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.testsupport.peer.TestPeer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeptConnectionsTest {

  private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
  private final TestPeer peer =
      new TestPeer()
          .on(
              "/",
              exchange -> {
                ports.add(exchange.getRemoteAddress().getPort());
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("ok".getBytes(UTF_8));
              });

  @AfterEach
  void stopPeer() {
    peer.close();
  }

  @Test
  void aClientThatKeepsConnectionsUsesThemAgain() throws InterruptedException {
    try (WebClient web = WebClient.keeping(AddressGuard.withPrivate(), Limits.USUAL)) {
      postThrice(web);

      assertThat(ports).hasSize(1);
    }
  }

  @Test
  void anOrdinaryClientMakesANewOneEachTime() throws InterruptedException {
    try (var web = new WebClient(AddressGuard.withPrivate())) {
      postThrice(web);

      assertThat(ports).hasSize(3);
    }
  }

  @Test
  void aClientThatKeepsConnectionsIsGuardedToo() throws InterruptedException {
    try (WebClient web = WebClient.keeping(AddressGuard.publicOnly(), Limits.USUAL)) {
      assertThat(web.post(post())).isInstanceOf(Reply.Forbidden.class);

      assertThat(peer.asked()).isEmpty();
    }
  }

  private void postThrice(WebClient web) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      assertThat(web.post(post())).isInstanceOf(Reply.Answered.class);
    }
  }

  private WebPost post() {
    return new WebPost(peer.address("/"), "text/plain", Map.of(), "x".getBytes(UTF_8));
  }
}
