package io.gistmill.launcher.files;

import io.gistmill.domain.Post;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.producer.archive.ArchiveItem;
import io.gistmill.producer.archive.ArchiveResult;
import io.gistmill.producer.archive.ArchiveSettings;
import io.gistmill.producer.archive.ArchiveSink;
import io.gistmill.producer.archive.Archives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Reads the posts of a file in its order: an archive in Markdown, JSON Lines, or text with a post
/// a line. The end of its name says which, else its first signs.
///
/// Whatever cannot be read is told in its place, blank lines of JSON Lines and text among it.
/// Ordinals are those of a replay, whether it reads the file or has written it.
public final class Inputs {

  private static final Pattern BLOCK = Pattern.compile("(?m)^### ?\\S");

  private final Consumer<Input> sink;
  private final Set<Long> taken = new HashSet<>();
  private long ordinal;

  private Inputs(Consumer<Input> sink) {
    this.sink = sink;
  }

  private enum Format {
    MARKDOWN,
    JSON_LINES,
    TEXT
  }

  /// @throws UsageException when the file is no text at all, with the mend
  public static void read(Path file, Consumer<Input> sink) throws IOException {
    try (Source source = Source.open(file)) {
      read(source, sink);
    }
  }

  /// As [#read(Path, Consumer)], of what is open already.
  public static void read(Source source, Consumer<Input> sink) throws IOException {
    var inputs = new Inputs(sink);
    switch (format(source)) {
      case MARKDOWN -> inputs.readArchive(source);
      case JSON_LINES -> TextLine.read(source, line -> inputs.take(line, true));
      case TEXT -> TextLine.read(source, line -> inputs.take(line, false));
    }
  }

  private static Format format(Source source) throws IOException {
    String head = new String(source.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    String name = Objects.toString(source.name().getFileName(), "");
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "md", "markdown" -> Format.MARKDOWN;
      case "jsonl", "ndjson", "json" -> Format.JSON_LINES;
      case "txt" -> Format.TEXT;
      default ->
          head.stripLeading().startsWith("{")
              ? Format.JSON_LINES
              : BLOCK.matcher(head).find() ? Format.MARKDOWN : Format.TEXT;
    };
  }

  private void readArchive(Source source) {
    ArchiveSink items =
        item -> {
          switch (item) {
            case ArchiveItem.ReadPost read -> sink.accept(input(read));
            case ArchiveItem.Reject reject -> {
              if (reject.line() > 0) {
                sink.accept(new Input.Unread(reject.line(), null, reject.reason()));
              }
            }
          }
        };
    List<ArchiveResult> results =
        Archives.read(List.of(source.path()), new ArchiveSettings(ZoneOffset.UTC), items);
    ArchiveResult result = results.getFirst();
    if (result.failureReason() == null) {
      return;
    }
    String failure = result.failureReason().replace(source.path().toString(), source.toString());
    if (result.posts() == 0) {
      throw new UsageException(failure);
    }
    sink.accept(new Input.Unread(0, null, failure));
  }

  private static Input.Read input(ArchiveItem.ReadPost read) {
    Post post = read.post();
    long ordinal = Objects.requireNonNull(post.origin().ordinal(), "an archive numbers its posts");
    return new Input.Read(read.line(), ordinal, post.id(), post);
  }

  private void take(TextLine line, boolean json) {
    if (line.damage() == null && line.text().isBlank()) {
      sink.accept(
          new Input.Unread(line.number(), null, "the line is empty; write a post or take it out"));
      return;
    }
    ordinal++;
    if (line.damage() != null) {
      sink.accept(new Input.Unread(line.number(), ordinal, line.damage()));
      return;
    }
    try {
      sink.accept(json ? posted(line) : words(line));
    } catch (PostJson.Unfit e) {
      sink.accept(new Input.Unread(line.number(), ordinal, e.reason()));
    }
  }

  private Input posted(TextLine line) throws PostJson.Unfit {
    ObjectNode object = PostJson.object(line.text());
    Post post = PostJson.post(object);
    long own = Objects.requireNonNullElse(PostJson.ordinal(object), ordinal);
    if (!taken.add(own)) {
      throw new PostJson.Unfit(
          "an earlier line has the ordinal "
              + own
              + "; give each post its own, or leave the field out everywhere");
    }
    return new Input.Read(line.number(), own, PostJson.id(object, post), post);
  }

  private Input words(TextLine line) throws PostJson.Unfit {
    Post post = PostJson.words(line.text());
    return new Input.Read(line.number(), ordinal, post.id(), post);
  }
}
