package io.gistmill.producer.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a Markdown archive into blocks, each under a line `### N`.
///
/// Such a line may be damaged: then what follows says whether a post begins. A header with name,
/// account and full date on one line, between a blank line and words, begins a post without one.
final class MarkdownArchive {

  private static final Pattern TITLE = Pattern.compile("\\s*|#{1,2} .*|-{3,}|[A-Za-z]+: .*");

  private static final String NO_TEXT =
      "the post has no text, no link, no quote and no note; write its text under the header,"
          + " or take its `### N` out";

  private final LinesAhead lines;
  private final int maxPostBytes;
  private final Assembly assembly;
  private long blocks;

  MarkdownArchive(ByteLines lines, int maxPostBytes, Assembly assembly) {
    this.lines = new LinesAhead(lines);
    this.maxPostBytes = maxPostBytes;
    this.assembly = assembly;
  }

  /// @return why nothing could be read, null when all is well
  @Nullable String read() throws IOException {
    var block = new Block(1, true);
    for (Line line = lines.next(); line != null; line = lines.next()) {
      Optional<String> damage = line.damage(maxPostBytes);
      String text = damage.isPresent() ? line.lenient() : line.text().orElseThrow();
      Optional<String> heading = damage.isPresent() ? Optional.empty() : start(text, block);
      if (heading.isPresent()) {
        finish(block);
        block = new Block(line.number(), false);
        block.lines.add(heading.get());
        blocks++;
      } else {
        block.add(line, text, damage);
      }
    }
    return end(block);
  }

  /// What stands behind the number of a block's heading, mostly nothing, or the header of a post
  /// whose heading is lost; empty for a line that begins no block.
  private Optional<String> start(String text, Block block) throws IOException {
    Optional<String> heading = BlockStart.heading(text);
    if (heading.isPresent() || block.code) {
      return heading;
    }
    if (BlockStart.isOtherLevel(text) && BlockStart.isHeader(lines.view())) {
      return Optional.of("");
    }
    boolean lost =
        block.afterBlank()
            && BlockStart.isFullHeader(text)
            && BlockStart.isText(lines.view())
            && BlockStart.isPost(block.lines);
    return lost ? Optional.of(text) : Optional.empty();
  }

  private @Nullable String end(Block last) {
    if (blocks == 0) {
      return "holds no post: each post must stand under a line of its own such as `### 1`;"
          + " for one JSON object a line name the file .jsonl";
    }
    finish(last);
    return null;
  }

  private void finish(Block block) {
    Optional<String> fault = block.fault();
    if (block.preamble) {
      fault.ifPresent(reason -> assembly.rejectAside(block.faultLine, reason, block.excerpt()));
    } else if (fault.isPresent()) {
      assembly.reject(block.faultLine, fault.get(), block.excerpt());
    } else {
      Draft draft = MarkdownBlock.read(block.line, block.lines, block.bytes);
      if (MarkdownBlock.isEmpty(draft)) {
        assembly.reject(block.line, NO_TEXT, block.excerpt());
      } else {
        assembly.draft(draft);
      }
    }
  }

  private final class Block {

    private final long line;
    private final boolean preamble;
    private final List<String> lines = new ArrayList<>();
    private @Nullable String damage;
    private @Nullable String damaged;
    private long faultLine;
    private long bytes;
    private boolean code;

    Block(long line, boolean preamble) {
      this.line = line;
      this.preamble = preamble;
      faultLine = line;
    }

    /// Whether the last line of a block with a heading of its own is blank.
    boolean afterBlank() {
      return !preamble && !lines.isEmpty() && lines.getLast().isBlank();
    }

    void add(Line next, String text, Optional<String> fault) {
      bytes += next.bytes().length + 1;
      code ^= text.strip().startsWith("```");
      if (fault.isPresent() && !next.overlong()) {
        damage(next.number(), fault.get(), text);
      } else if (next.overlong() || bytes > maxPostBytes) {
        damage(line, Line.tooLong(maxPostBytes), String.join(" ", lines) + " " + text);
      } else if (damage == null) {
        lines.add(text);
      }
    }

    /// The first damage counts; what was kept of the block goes.
    private void damage(long at, String reason, String excerpt) {
      if (damage == null) {
        faultLine = at;
        damage = reason;
        damaged = Excerpts.cut(excerpt, ArchiveItem.Reject.EXCERPT);
        lines.clear();
      }
    }

    Optional<String> fault() {
      if (damage != null) {
        return Optional.of(preamble ? "before the first post: " + damage : damage);
      }
      if (preamble) {
        return lines.stream().allMatch(text -> TITLE.matcher(text).matches())
            ? Optional.empty()
            : Optional.of(
                "the text stands before the first line `### N` and so in no post; put such a line"
                    + " above it");
      }
      return lines.stream().allMatch(String::isBlank)
          ? Optional.of("the block is empty; fill it or take its `### N` out")
          : Optional.empty();
    }

    String excerpt() {
      return damaged != null ? damaged : String.join(" ", lines).strip();
    }
  }
}
