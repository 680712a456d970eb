package io.gistmill.delivery.link;

import java.time.Instant;

/// What a token turned out to be. Words are for people.
public sealed interface Opened {

  /// What holds true about it, in a sentence.
  String words();

  /// This installation made it, and it still holds.
  ///
  /// @param payload what it was made for
  /// @param expiry from when on it does not hold any more
  record Valid(String payload, Instant expiry) implements Opened {
    @Override
    public String words() {
      return "This link holds until " + expiry + ".";
    }
  }

  /// This installation made it, and its time is over.
  ///
  /// @param payload what it was made for; fit to say whose it was, never to act on
  record Expired(Purpose purpose, String payload, Instant expiry) implements Opened {
    @Override
    public String words() {
      return switch (purpose) {
        case CONFIRM ->
            "This link held for two days, and they are over. Nothing was stored: sign up again.";
        case MANAGE ->
            "This link held for sixty days, and they are over. Ask for a new one with your"
                + " address.";
        case UNSUBSCRIBE ->
            "This link is more than a year old. Take the one in a newer mail, or ask for your link"
                + " with your address.";
        case WEB -> "This digest is older than what is kept.";
      };
    }
  }

  /// Not made by this installation, for another purpose, or damaged on its way.
  record Forged() implements Opened {
    @Override
    public String words() {
      return "This link is not complete, or was not made here. Copy the whole of it out of the"
          + " mail: some programs break long links over two lines.";
    }
  }
}
