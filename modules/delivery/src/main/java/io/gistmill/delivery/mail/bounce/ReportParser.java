package io.gistmill.delivery.mail.bounce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/// Takes the parts out of a report, piece by piece, and never more of them than fits.
///
/// A report that ends too early is read as far as it goes.
final class ReportParser {

  private static final int DEEPEST = 6;
  private static final int MOST_PARTS = 50;
  private static final int LARGEST_PART = 64 << 10;

  private static final MimeConfig LIMITS =
      MimeConfig.custom()
          .setMaxLineLen(20_000)
          .setMaxHeaderLen(20_000)
          .setMaxHeaderCount(500)
          .setHeadlessParsing(null)
          .build();

  private final MimeTokenStream tokens = new MimeTokenStream(LIMITS);
  private final Map<String, String> header = new TreeMap<>();
  private final List<Fields> delivery = new ArrayList<>();
  private @Nullable Fields feedback;
  private String words = "";
  private @Nullable Fields original;
  private int depth;
  private int parts;

  private ReportParser() {
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
  }

  /// @throws MimeException when it is no mail, or made to harm
  static Report parse(byte[] mail) throws IOException, MimeException {
    var parser = new ReportParser();
    parser.tokens.parse(new ByteArrayInputStream(mail));
    parser.walk();
    return new Report(
        new Fields(parser.header), parser.delivery, parser.feedback, parser.words, parser.original);
  }

  private void walk() throws IOException, MimeException {
    while (tokens.getState() != EntityState.T_END_OF_STREAM) {
      take(tokens.getState());
      tokens.next();
    }
  }

  private void take(EntityState state) throws IOException, MimeException {
    switch (state) {
      case T_START_MULTIPART -> within(++depth, DEEPEST, "parts lie too deep in one another");
      case T_END_MULTIPART -> depth--;
      case T_START_BODYPART -> within(++parts, MOST_PARTS, "there are too many parts");
      case T_FIELD -> field(tokens.getField());
      case T_BODY -> body();
      default -> {
        // Nothing else tells anything.
      }
    }
  }

  private static void within(int count, int most, String problem) throws MimeException {
    if (count > most) {
      throw new MimeException(problem);
    }
  }

  private void field(Field field) {
    if (depth == 0) {
      header.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getBody());
    }
  }

  private void body() throws IOException {
    switch (tokens.getBodyDescriptor().getMimeType()) {
      case "message/delivery-status", "message/global-delivery-status" ->
          delivery.addAll(Fields.groups(read()));
      case "message/feedback-report" -> feedback = first(read());
      case "message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers" ->
          original = first(read());
      case "text/plain" -> words = words.isEmpty() ? new String(read(), UTF_8) : words;
      default -> {
        // Nothing else tells anything.
      }
    }
  }

  private byte[] read() throws IOException {
    try (InputStream body = tokens.getDecodedInputStream()) {
      return body.readNBytes(LARGEST_PART);
    }
  }

  private static @Nullable Fields first(byte[] text) {
    List<Fields> groups = Fields.groups(text);
    return groups.isEmpty() ? null : groups.getFirst();
  }
}
