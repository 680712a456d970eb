package io.gistmill.delivery.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/// Looks up what receivers of signed mails look up: the public key in the DNS (RFC 6376, section
/// 3.6.2). By the resolver of the JDK.
public final class DkimRecords {

  private static final String TXT = "TXT";
  private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";

  private final String servers;

  private DkimRecords(String servers) {
    this.servers = servers;
  }

  /// Asks the name servers of the machine.
  public static DkimRecords ofTheMachine() {
    return new DkimRecords("dns:");
  }

  /// Asks one name server.
  ///
  /// @param server such as `127.0.0.1:53`
  public static DkimRecords of(String server) {
    return new DkimRecords("dns://" + server);
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
      List<String> records = texts(name(domain, selector));
      if (records.isEmpty()) {
        return new Finding.Missing();
      }
      Optional<String> wanted = publicKey(key.record());
      return records.stream().anyMatch(record -> publicKey(record).equals(wanted))
          ? new Finding.Same()
          : new Finding.Different(records.getFirst());
    } catch (NameNotFoundException _) {
      return new Finding.Missing();
    } catch (NamingException e) {
      return new Finding.Unanswered(String.valueOf(e.getMessage()));
    }
  }

  private List<String> texts(String name) throws NamingException {
    var settings = new Hashtable<String, Object>();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, FACTORY);
    settings.put(Context.PROVIDER_URL, servers);
    settings.put("com.sun.jndi.dns.timeout.initial", "1000");
    settings.put("com.sun.jndi.dns.timeout.retries", "2");
    var resolver = new InitialDirContext(settings);
    try {
      @Nullable Attribute found = resolver.getAttributes(name, new String[] {TXT}).get(TXT);
      return found == null ? List.of() : values(found.getAll());
    } finally {
      resolver.close();
    }
  }

  private static List<String> values(NamingEnumeration<?> all) throws NamingException {
    var values = new ArrayList<String>();
    while (all.hasMore()) {
      values.add(plain(String.valueOf(all.next())));
    }
    return values;
  }

  /// A long record comes in parts, each in quotes where it holds a space.
  private static String plain(String parts) {
    return parts.replace("\"", "").replace("\\", "");
  }

  /// The value of the tag `p`, without the spaces that may stand in it.
  private static Optional<String> publicKey(String record) {
    return Arrays.stream(record.split(";"))
        .map(tag -> tag.replaceAll("\\s", ""))
        .filter(tag -> tag.startsWith("p="))
        .findFirst();
  }
}
