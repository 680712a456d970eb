package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Cadence;

/// Refuses fields that would have no effect beside the others: who writes them one by one means
/// something by each. Forms send all they have, and are not asked.
final class VainFields {

  private VainFields() {}

  /// @param before holds where `every` is not given
  static void refuse(Fields given, Cadence before, Mistakes mistakes) {
    String every = given.text("every").orElse(Cadences.every(before));
    boolean often = every.equals(Cadences.QUARTER_HOUR);
    if ((often || every.equals(Cadences.DAY)) && given.text("day").isPresent()) {
      mistakes.add(
          "day",
          "'day' has an effect on weekly digests alone; give 'every' week, or leave it out.");
    }
    if (often && given.text("at").isPresent()) {
      mistakes.add(
          "at",
          "'at' has no effect on digests every quarter-hour; give 'every' day or week, or leave it"
              + " out.");
    }
    if (often && given.text("sendEmpty").filter(WishReader::isYes).isPresent()) {
      mistakes.add(
          "sendEmpty",
          "Digests every quarter-hour are never sent empty; give 'every' day or week, or leave"
              + " 'sendEmpty' out.");
    }
  }
}
