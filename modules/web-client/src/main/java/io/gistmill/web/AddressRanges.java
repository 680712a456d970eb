package io.gistmill.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The special-purpose registries of IPv4 and IPv6. What is not plainly public counts as reserved,
/// and addresses that carry an IPv4 address inside count as that one.
final class AddressRanges {

  private static final List<AddressRange> IPV4 =
      List.of(
          range("169.254.169.254", 32, Reservation.METADATA),
          range("169.254.170.2", 32, Reservation.METADATA),
          range("100.100.100.200", 32, Reservation.METADATA),
          range("168.63.129.16", 32, Reservation.METADATA),
          range("192.0.0.192", 32, Reservation.METADATA),
          range("0.0.0.0", 8, Reservation.UNSPECIFIED),
          range("10.0.0.0", 8, Reservation.PRIVATE),
          range("100.64.0.0", 10, Reservation.CARRIER),
          range("127.0.0.0", 8, Reservation.LOOPBACK),
          range("169.254.0.0", 16, Reservation.LINK_LOCAL),
          range("172.16.0.0", 12, Reservation.PRIVATE),
          range("192.0.0.0", 24, Reservation.RESERVED),
          range("192.0.2.0", 24, Reservation.RESERVED),
          range("192.88.99.0", 24, Reservation.RESERVED),
          range("192.168.0.0", 16, Reservation.PRIVATE),
          range("198.18.0.0", 15, Reservation.RESERVED),
          range("198.51.100.0", 24, Reservation.RESERVED),
          range("203.0.113.0", 24, Reservation.RESERVED),
          range("224.0.0.0", 4, Reservation.MULTICAST),
          range("240.0.0.0", 4, Reservation.RESERVED));

  private static final List<AddressRange> IPV6 =
      List.of(
          range("fd00:ec2::254", 128, Reservation.METADATA),
          range("fd20:ce::254", 128, Reservation.METADATA),
          range("::", 128, Reservation.UNSPECIFIED),
          range("::1", 128, Reservation.LOOPBACK),
          range("fc00::", 7, Reservation.PRIVATE),
          range("fe80::", 10, Reservation.LINK_LOCAL),
          range("fec0::", 10, Reservation.PRIVATE),
          range("ff00::", 8, Reservation.MULTICAST),
          range("2001::", 23, Reservation.RESERVED),
          range("2001:db8::", 32, Reservation.RESERVED),
          range("3fff::", 20, Reservation.RESERVED));

  /// Global unicast: nothing else is routed in public.
  private static final AddressRange PUBLIC_IPV6 = range("2000::", 3, Reservation.RESERVED);

  private static final AddressRange COMPATIBLE = range("::", 96, Reservation.RESERVED);
  private static final AddressRange TRANSLATED = range("64:ff9b::", 96, Reservation.RESERVED);
  private static final AddressRange SIX_TO_FOUR = range("2002::", 16, Reservation.RESERVED);

  private AddressRanges() {}

  /// Empty for a public address.
  static Optional<Reservation> reservation(InetAddress address) {
    return reservation(address.getAddress());
  }

  static Optional<Reservation> reservation(byte[] address) {
    return address.length == 4 ? first(IPV4, address) : ofIpv6(address);
  }

  private static Optional<Reservation> ofIpv6(byte[] address) {
    Optional<Reservation> named = first(IPV6, address);
    if (named.isPresent()) {
      return named;
    } else if (isMapped(address) || COMPATIBLE.holds(address) || TRANSLATED.holds(address)) {
      return reservation(Arrays.copyOfRange(address, 12, 16));
    } else if (SIX_TO_FOUR.holds(address)) {
      return reservation(Arrays.copyOfRange(address, 2, 6));
    }
    return PUBLIC_IPV6.holds(address) ? Optional.empty() : Optional.of(Reservation.RESERVED);
  }

  /// `::ffff:a.b.c.d`. Java makes plain IPv4 of it when it parses one, and so has no text for it.
  private static boolean isMapped(byte[] address) {
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return address[10] == (byte) 0xff && address[11] == (byte) 0xff;
  }

  private static Optional<Reservation> first(List<AddressRange> ranges, byte[] address) {
    return ranges.stream()
        .filter(range -> range.holds(address))
        .map(AddressRange::reservation)
        .findFirst();
  }

  private static AddressRange range(String start, int bits, Reservation reservation) {
    try {
      return new AddressRange(InetAddress.getByName(start).getAddress(), bits, reservation);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(start + " is a literal address", e);
    }
  }
}
