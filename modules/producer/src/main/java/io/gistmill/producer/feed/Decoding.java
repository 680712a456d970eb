package io.gistmill.producer.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out in which charset a document is written: by its byte order mark, else by the header,
/// else by its own first line, else UTF-8. What does not fit the bytes is passed over.
final class Decoding {

  private static final Pattern IN_HEADER =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
  private static final Pattern IN_PROLOG =
      Pattern.compile("(?i)^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");
  private static final Charset LAST_RESORT = Charset.forName("windows-1252");
  private static final int START = 300;

  private Decoding() {}

  static String decode(byte[] bytes, String contentType) {
    for (Charset charset : candidates(bytes, contentType)) {
      Optional<String> text = strictly(bytes, charset);
      if (text.isPresent()) {
        return withoutMark(text.get());
      }
    }
    return withoutMark(new String(bytes, LAST_RESORT));
  }

  private static List<Charset> candidates(byte[] bytes, String contentType) {
    var candidates = new ArrayList<Charset>();
    byOrder(bytes).ifPresent(candidates::add);
    named(IN_HEADER, contentType).ifPresent(candidates::add);
    String start = new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1);
    named(IN_PROLOG, start).ifPresent(candidates::add);
    candidates.add(StandardCharsets.UTF_8);
    return candidates;
  }

  /// By the mark, or by the zeros that UTF-16 puts beside `<` and `{`.
  private static Optional<Charset> byOrder(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return switch (first) {
      case 0xEFBB -> Optional.of(StandardCharsets.UTF_8);
      case 0xFEFF, 0x003C, 0x007B -> Optional.of(StandardCharsets.UTF_16BE);
      case 0xFFFE, 0x3C00, 0x7B00 -> Optional.of(StandardCharsets.UTF_16LE);
      default -> Optional.empty();
    };
  }

  private static Optional<Charset> named(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    String wanted =
        switch (name.toLowerCase(Locale.ROOT)) {
          // Their users mean the larger sets that contain them.
          case "gb2312", "gbk", "x-gbk" -> "GB18030";
          case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
          default -> name;
        };
    try {
      return Optional.of(Charset.forName(wanted));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
