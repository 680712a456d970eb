package io.gistmill.delivery.mail.bounce;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parts of a mail that matter here.
///
/// @param header of the mail itself
/// @param delivery groups of a delivery status (RFC 3464); empty where there is none
/// @param feedback of a complaint (RFC 5965); null where there is none
/// @param words for people; empty where there are none
/// @param original header of the mail that it is about; null where it was not sent along
record Report(
    Fields header,
    List<Fields> delivery,
    @Nullable Fields feedback,
    String words,
    @Nullable Fields original) {

  Report {
    delivery = List.copyOf(delivery);
  }

  /// The first line of the words that begins with an address.
  Optional<String> lineAbout(String address) {
    return words.lines().filter(line -> line.startsWith(address)).findFirst();
  }

  Optional<String> ofOriginal(String name) {
    return original == null ? Optional.empty() : original.get(name);
  }
}
