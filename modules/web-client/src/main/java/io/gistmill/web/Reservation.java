package io.gistmill.web;

/// What a range of addresses is set aside for.
enum Reservation {
  LOOPBACK("it is this machine itself", true),
  PRIVATE("it lies in a private network", true),
  CARRIER("it lies in a provider's own network", true),
  LINK_LOCAL("it is link-local, as are the metadata services of clouds", false),
  METADATA("it is the metadata service of a cloud", false),
  MULTICAST("it is a multicast address", false),
  UNSPECIFIED("it is the unspecified address", false),
  RESERVED("it is reserved and no public address", false);

  private final String words;
  private final boolean isPrivate;

  Reservation(String words, boolean isPrivate) {
    this.words = words;
    this.isPrivate = isPrivate;
  }

  String words() {
    return words;
  }

  /// True for what an operator may open to feeds of the own network.
  boolean isPrivate() {
    return isPrivate;
  }
}
