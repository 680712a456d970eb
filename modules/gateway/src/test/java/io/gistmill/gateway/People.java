package io.gistmill.gateway;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Outcome;
import io.gistmill.gateway.subscribe.EndpointKeys;
import io.gistmill.gateway.subscribe.EndpointProof;
import io.gistmill.gateway.subscribe.Letter;
import io.gistmill.gateway.subscribe.OwnerSettings;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.http.ApiToken;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/// Mailboxes and webhooks of invented people.
final class People {

  static final ApiToken TOKEN = new ApiToken(new Secret("operator"));
  static final String OPERATOR = "Bearer operator";

  /// A webhook that meets no challenge.
  static final String DEAF = "https://deaf.example.com/hook";

  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final List<EndpointProof.Invitation> asked = new CopyOnWriteArrayList<>();

  OwnerSettings settings() {
    return new OwnerSettings(
        key(),
        URI.create("https://digests.example.com"),
        true,
        TOKEN,
        letter -> {
          letters.add(letter);
          return new Outcome.Accepted("250 OK");
        },
        invitation -> {
          asked.add(invitation);
          return invitation.url().equals(DEAF)
              ? new EndpointProof.Proof.Failed("It does not answer; start it and try again.")
              : new EndpointProof.Proof.Met();
        },
        (subscriber, generation) ->
            new EndpointKeys(
                "whsec_" + subscriber + "_" + generation, "whpk_" + subscriber + "_" + generation));
  }

  static MasterKey key() {
    var bytes = new byte[MasterKey.LENGTH];
    Arrays.fill(bytes, (byte) 7);
    return new MasterKey(bytes);
  }

  /// All letters to an address so far, once there are so many.
  List<Letter> letters(String address, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> to(address).size() >= count);
    return to(address);
  }

  List<Letter> to(String address) {
    return letters.stream().filter(letter -> letter.address().equals(address)).toList();
  }

  /// What webhooks were asked so far.
  List<EndpointProof.Invitation> asked() {
    return new ArrayList<>(asked);
  }

  /// The path of the link in the last letter of so many.
  String link(String address, int count) {
    return letters(address, count).get(count - 1).link().getPath();
  }
}
