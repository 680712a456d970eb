package io.gistmill.producer.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a Markdown archive into blocks, each under a line `### N`.
final class MarkdownArchive {

  /// The number says nothing: numbers repeat and skip.
  private static final Pattern HEADING = Pattern.compile(" {0,3}### *[0-9０-９]{1,9}\\s*");

  /// A slip: the post's header stands behind the number instead of under it.
  private static final Pattern RUN_ON =
      Pattern.compile(" {0,3}### *[0-9０-９]{1,9}\\s+(\\S.{0,300})");

  private static final Pattern TITLE = Pattern.compile("\\s*|#{1,2} .*|-{3,}|[A-Za-z]+: .*");

  private final ByteLines lines;
  private final int maxPostBytes;
  private final Assembly assembly;
  private long blocks;

  MarkdownArchive(ByteLines lines, int maxPostBytes, Assembly assembly) {
    this.lines = lines;
    this.maxPostBytes = maxPostBytes;
    this.assembly = assembly;
  }

  /// @return why nothing could be read, null when all is well
  @Nullable String read() throws IOException {
    var block = new Block(1, true);
    for (Line line = lines.next(); line != null; line = lines.next()) {
      Optional<String> damage = line.damage(maxPostBytes);
      String text = damage.isPresent() ? line.lenient() : line.text().orElseThrow();
      Optional<String> heading = damage.isPresent() ? Optional.empty() : heading(text);
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

  /// What stands behind the number of a block's heading, mostly nothing; empty for any other line.
  private static Optional<String> heading(String text) {
    if (HEADING.matcher(text).matches()) {
      return Optional.of("");
    }
    Matcher runOn = RUN_ON.matcher(text);
    return runOn.matches() && HeaderLine.of(runOn.group(1)).isWhole()
        ? Optional.of(runOn.group(1))
        : Optional.empty();
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
      assembly.draft(MarkdownBlock.read(block.line, block.lines, block.bytes));
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

    Block(long line, boolean preamble) {
      this.line = line;
      this.preamble = preamble;
      faultLine = line;
    }

    void add(Line next, String text, Optional<String> fault) {
      bytes += next.bytes().length + 1;
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
                "the text stands before the first line `### N` and so in no post; put such a line above it");
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
