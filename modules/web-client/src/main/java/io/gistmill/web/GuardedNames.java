package io.gistmill.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves a name once for each connection, which is then made to one of the addresses found.
record GuardedNames(NameResolver names, AddressGuard guard) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    List<InetAddress> found = names.resolve(host);
    List<InetAddress> allowed =
        found.stream().filter(address -> guard.refusal(address).isEmpty()).toList();
    // Without an allowed one the socket refuses, and says why.
    return (allowed.isEmpty() ? found : allowed).toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
