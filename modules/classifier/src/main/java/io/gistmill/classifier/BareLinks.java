package io.gistmill.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds addresses that people write without `https://`, and numbers of papers.
final class BareLinks {

  private static final int LONGEST_HOST = 80;
  private static final SortedSet<String> ENDINGS =
      new TreeSet<>(
          List.of(
              "ai", "app", "art", "be", "cn", "co", "com", "dev", "io", "me", "net", "org", "so"));
  private static final Pattern PAPER =
      Pattern.compile("(?i:arxiv)\\s?[:：#]?\\s?(\\d{4}\\.\\d{4,5})(?:v\\d{1,2})?\\b");

  private BareLinks() {}

  /// In the order of the text, papers last.
  static List<String> of(String text) {
    List<String> links = new ArrayList<>();
    int end = 0;
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      int start = hostStart(text, slash);
      if (start >= end && isHost(text, start, slash)) {
        end = pathEnd(text, slash);
        if (end > slash + 1) {
          links.add("https://" + text.substring(start, end));
        }
      }
    }
    if (namesArchive(text)) {
      addPapers(text, links);
    }
    return links;
  }

  private static void addPapers(String text, List<String> links) {
    Matcher paper = PAPER.matcher(text);
    while (paper.find()) {
      links.add("https://arxiv.org/abs/" + paper.group(1));
    }
  }

  /// Whether [#PAPER] may find anything: Java looks for the `x` in many places at a time.
  private static boolean namesArchive(String text) {
    return namesArchive(text, 'x') || namesArchive(text, 'X');
  }

  private static boolean namesArchive(String text, char x) {
    for (int i = text.indexOf(x); i >= 0; i = text.indexOf(x, i + 1)) {
      if (text.regionMatches(true, i - 2, "arxiv", 0, 5)) {
        return true;
      }
    }
    return false;
  }

  private static int hostStart(String text, int slash) {
    int start = slash;
    while (start > 0 && slash - start < LONGEST_HOST && isOfHost(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /// Whether this is a host, and not the end of an address, a mention or a path.
  private static boolean isHost(String text, int start, int end) {
    int dot = text.lastIndexOf('.', end);
    if (dot <= start || text.charAt(start) == '.') {
      return false;
    }
    boolean free = start == 0 || "/@:_%=&?".indexOf(text.charAt(start - 1)) < 0;
    return free && ENDINGS.contains(text.substring(dot + 1, end).toLowerCase(Locale.ROOT));
  }

  /// Behind the last letter or digit of the path.
  private static int pathEnd(String text, int slash) {
    int end = slash + 1;
    while (end < text.length() && isOfPath(text.charAt(end))) {
      end++;
    }
    while (end > slash + 1 && !isPlain(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isOfHost(char c) {
    return isPlain(c) || c == '.' || c == '-';
  }

  private static boolean isOfPath(char c) {
    return isPlain(c) || "./?=&%~-_".indexOf(c) >= 0;
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
