package io.gistmill.delivery.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.jdkim.api.Headers;

/// Header and body of a mail that we composed: its lines end with CR LF. The library's own parser
/// looks itself up among the services of the class path for every field.
final class SignedParts implements Headers {

  private static final String END = "\r\n\r\n";
  private static final Pattern FIELD_ENDS = Pattern.compile("\r\n(?![ \t])");

  private final byte[] mail;
  private final int body;
  private final List<String> fields;

  /// @throws IllegalArgumentException when it has no end of a header
  SignedParts(byte[] mail) {
    this.mail = mail;
    int end = indexOfEnd(mail);
    if (end < 0) {
      throw new IllegalArgumentException("the mail cannot be signed: its header does not end");
    }
    this.fields = List.of(FIELD_ENDS.split(new String(mail, 0, end, UTF_8), -1));
    this.body = end + END.length();
  }

  private static int indexOfEnd(byte[] mail) {
    for (int at = 0; at + END.length() <= mail.length; at++) {
      if (mail[at] == '\r' && mail[at + 2] == '\r' && new String(mail, at, 4, UTF_8).equals(END)) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public List<String> getFields() {
    return fields;
  }

  /// Whole fields, with their names.
  @Override
  public List<String> getFields(String name) {
    var found = new ArrayList<String>();
    for (String field : fields) {
      if (field.length() > name.length()
          && field.charAt(name.length()) == ':'
          && field.regionMatches(true, 0, name, 0, name.length())) {
        found.add(field);
      }
    }
    return found;
  }

  void writeBody(OutputStream out) throws IOException {
    out.write(mail, body, mail.length - body);
  }
}
