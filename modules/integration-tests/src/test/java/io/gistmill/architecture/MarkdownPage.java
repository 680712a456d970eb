package io.gistmill.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A document with its links and headings.
///
/// @param name path from the root, with slashes
record MarkdownPage(String name, String text) {

  private static final Pattern FENCED =
      Pattern.compile("^```.*?^```[^\\S\\n]*$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+)$", Pattern.MULTILINE);

  static MarkdownPage read(String name) {
    return new MarkdownPage(name, TrackedFiles.read(name));
  }

  private static MarkdownPage at(Path file) {
    return new MarkdownPage(file.toString(), TrackedFiles.read(file));
  }

  /// Links to files of the repository that lead nowhere.
  List<String> deadLinks(Path root) {
    String prose = CODE.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("");
    return LINK.matcher(prose)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !ELSEWHERE.matcher(link).matches())
        .filter(link -> !leadsSomewhere(root, link))
        .toList();
  }

  private boolean leadsSomewhere(Path root, String link) {
    int sign = link.indexOf('#');
    String path = sign < 0 ? link : link.substring(0, sign);
    Path target =
        path.isEmpty() ? root.resolve(name) : root.resolve(name).resolveSibling(path).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return sign < 0 || at(target).anchors().contains(link.substring(sign + 1));
  }

  /// As code hosts make them of headings.
  private List<String> anchors() {
    return HEADING
        .matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .toList();
  }

  /// The contents of all fenced blocks.
  List<String> fencedBlocks() {
    List<String> blocks = new ArrayList<>();
    for (MatchResult block : FENCED.matcher(text).results().toList()) {
      String inside = block.group();
      blocks.add(inside.substring(inside.indexOf('\n') + 1, inside.lastIndexOf('\n') + 1));
    }
    return blocks;
  }

  Stream<String> lines() {
    return text.lines();
  }
}
