package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.MasterKey;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What the letters say.
///
/// @param key names letters without saying to whom they go
record LetterTexts(MasterKey key) {

  private static final int BYTES = 10;

  /// @param host of a webhook to which the digests go as well; null for none
  Letter confirmSignUp(String address, Wish wish, @Nullable String host, URI link, Instant at) {
    String webhook = host == null ? "" : " and by webhook to " + host;
    return new Letter(
        id("confirm", address, at),
        address,
        "Please confirm your digests",
        "Somebody, most likely you, has asked Gistmill to send digests to this address"
            + webhook
            + ", "
            + Cadences.inWords(wish.cadence())
            + " ("
            + wish.zone().getId()
            + "). They come only after you have confirmed it.",
        "Confirm the subscription",
        link,
        "The link holds for two days. If you have not asked for this, do nothing: nothing is"
            + " stored, and no more mail comes.");
  }

  Letter confirmAddress(String address, URI link, Instant at) {
    return new Letter(
        id("address", address, at),
        address,
        "Please confirm your address",
        "The digests of a subscription at Gistmill shall go to this address.",
        "Confirm the address",
        link,
        "The link holds for two days. If you have not asked for this, do nothing, and nothing"
            + " changes.");
  }

  Letter link(String address, URI link, Instant at) {
    return new Letter(
        id("link", address, at),
        address,
        "Your link to your digests",
        "With this link you see and change what you get: hour, topics, ways, and the end of it.",
        "Open your page",
        link,
        "The link holds for sixty days. Whoever has it can do the same as you: do not pass it on. If"
            + " you have not asked for it, do nothing.");
  }

  private String id(String kind, String address, Instant at) {
    byte[] name = key.derive("letter", kind + "|" + address + "|" + at);
    return kind + "-" + HexFormat.of().formatHex(Arrays.copyOf(name, BYTES));
  }
}
