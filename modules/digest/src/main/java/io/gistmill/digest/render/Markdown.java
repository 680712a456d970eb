package io.gistmill.digest.render;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps foreign words from being read as Markdown.
public final class Markdown {

  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>&#~|]");

  /// What is markup at the start of a line only: lists, rules and underlined headings.
  private static final Pattern LINE_START = Pattern.compile("^(\\d{1,9}(?=[.)])|(?=[-+=]))(.)");

  /// What would be read as a sign by its name, even in an address.
  private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");

  private Markdown() {}

  /// @param line without line breaks
  public static String escape(String line) {
    String inline = MARKUP.matcher(line).replaceAll("\\\\$0");
    return LINE_START.matcher(inline).replaceFirst("$1\\\\$2");
  }

  /// A link, or the label alone where there is no address.
  public static String link(String label, @Nullable String address) {
    return address == null
        ? escape(label)
        : "[" + escape(label) + "](<" + ENTITY.matcher(address).replaceAll("&amp;") + ">)";
  }
}
