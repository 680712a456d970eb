package io.gistmill.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, this machine",
    "127.8.9.1, this machine",
    "0.0.0.0, unspecified",
    "0.1.2.3, unspecified",
    "10.1.2.3, private",
    "172.16.0.1, private",
    "172.31.255.255, private",
    "192.168.1.1, private",
    "100.64.0.1, provider",
    "169.254.1.1, link-local",
    "169.254.169.254, metadata",
    "100.100.100.200, metadata",
    "168.63.129.16, metadata",
    "224.0.0.1, multicast",
    "239.255.255.250, multicast",
    "255.255.255.255, reserved",
    "192.0.2.1, reserved",
    "198.18.0.1, reserved",
    "::, unspecified",
    "::1, this machine",
    "::127.0.0.1, this machine",
    "::ffff:10.0.0.1, private",
    "64:ff9b::10.0.0.1, private",
    "64:ff9b::169.254.169.254, metadata",
    "64:ff9b:1::1, reserved",
    "2002:7f00:1::, this machine",
    "2002:c0a8:101::1, private",
    "2001:0:1:2::3, reserved",
    "2001:db8::1, reserved",
    "fc00::1, private",
    "fd00:ec2::254, metadata",
    "fe80::1, link-local",
    "fec0::1, private",
    "ff02::1, multicast",
    "100::1, reserved",
    "5f00::1, reserved"
  })
  void whatIsNotPublicIsRefused(String address, String reason) throws UnknownHostException {
    // when
    Optional<String> refusal = AddressGuard.publicOnly().refusal(InetAddress.getByName(address));

    // then
    assertThat(refusal).hasValueSatisfying(words -> assertThat(words).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "192.0.3.1",
        "223.255.255.255",
        "2606:4700::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1"
      })
  void thePublicInternetIsOpen(String address) throws UnknownHostException {
    // when
    Optional<String> refusal = AddressGuard.publicOnly().refusal(InetAddress.getByName(address));

    // then
    assertThat(refusal).isEmpty();
  }

  /// Java turns the text form into IPv4; the bytes can still come from a resolver.
  @Test
  void aMappedAddressCountsAsTheOneInside() throws UnknownHostException {
    // given
    byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffff7f000001");
    InetAddress address = Inet6Address.getByAddress("mapped", mapped, -1);

    // when
    Optional<Reservation> reservation = AddressRanges.reservation(mapped);

    // then
    assertThat(reservation).contains(Reservation.LOOPBACK);
    assertThat(AddressGuard.publicOnly().refusal(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "192.168.0.1", "::1", "fd12::1", "100.64.0.1"})
  void theSwitchOpensTheOwnNetwork(String address) throws UnknownHostException {
    // when
    Optional<String> refusal = AddressGuard.withPrivate().refusal(InetAddress.getByName(address));

    // then
    assertThat(refusal).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"169.254.169.254", "fd00:ec2::254", "100.100.100.200", "0.0.0.0", "224.0.0.1"})
  void theSwitchOpensNoMetadataService(String address) throws UnknownHostException {
    // when
    Optional<String> refusal = AddressGuard.withPrivate().refusal(InetAddress.getByName(address));

    // then
    assertThat(refusal).isPresent();
  }
}
