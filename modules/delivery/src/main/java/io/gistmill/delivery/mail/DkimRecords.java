package io.gistmill.delivery.mail;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Looks up what receivers of signed mails look up: the public key in the DNS (RFC 6376, section
/// 3.6.2).
public final class DkimRecords {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  private final Resolver resolver;

  private DkimRecords(Resolver resolver) {
    this.resolver = resolver;
    resolver.setTimeout(ANSWER_WITHIN);
  }

  /// Asks the name servers of the machine.
  public static DkimRecords ofTheMachine() {
    return new DkimRecords(new ExtendedResolver());
  }

  /// Asks one name server.
  public static DkimRecords of(InetSocketAddress server) {
    return new DkimRecords(new SimpleResolver(server));
  }

  /// What the DNS says of a key.
  public sealed interface Finding {

    /// The record holds the key.
    record Same() implements Finding {}

    /// There is no record of that name.
    record Missing() implements Finding {}

    /// The record holds another key, or none.
    record Different(String record) implements Finding {}

    /// No name server has answered.
    record Unanswered(String reason) implements Finding {}
  }

  /// The name under which receivers look for the key of a selector.
  public static String name(String domain, String selector) {
    return selector + "._domainkey." + domain;
  }

  /// Waits some seconds at most.
  public Finding find(String domain, String selector, DkimKey key) {
    try {
      var lookup = new Lookup(Name.fromString(name(domain, selector), Name.root), Type.TXT);
      lookup.setResolver(resolver);
      lookup.setCache(null);
      return found(lookup, lookup.run(), key);
    } catch (TextParseException e) {
      return new Finding.Unanswered(name(domain, selector) + " is no name of a host");
    }
  }

  private static Finding found(Lookup lookup, Record @Nullable [] records, DkimKey key) {
    return switch (lookup.getResult()) {
      case Lookup.SUCCESSFUL -> judged(records == null ? List.of() : texts(records), key);
      case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Finding.Missing();
      default -> new Finding.Unanswered(lookup.getErrorString());
    };
  }

  private static Finding judged(List<String> records, DkimKey key) {
    if (records.isEmpty()) {
      return new Finding.Missing();
    }
    Optional<String> wanted = publicKey(key.record());
    return records.stream().anyMatch(record -> publicKey(record).equals(wanted))
        ? new Finding.Same()
        : new Finding.Different(String.join(" and ", records));
  }

  /// A long record comes in parts.
  private static List<String> texts(Record[] records) {
    return Arrays.stream(records)
        .filter(TXTRecord.class::isInstance)
        .map(record -> String.join("", ((TXTRecord) record).getStrings()))
        .toList();
  }

  /// The value of the tag `p`, without the spaces that may stand in it.
  private static Optional<String> publicKey(String record) {
    return Arrays.stream(record.split(";"))
        .map(tag -> tag.replaceAll("\\s", ""))
        .filter(tag -> tag.startsWith("p="))
        .findFirst();
  }
}
