package io.gistmill.producer.archive;

import io.gistmill.domain.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns the lines of one block of a Markdown archive into a draft.
final class MarkdownBlock {

  /// More lines than a header takes with the blank ones between.
  private static final int HEADER_LINES = 24;

  private MarkdownBlock() {}

  /// @param line where the block begins in its file
  /// @param lines without the block's own heading
  static Draft read(long line, List<String> lines, long bytes) {
    List<String> plain = RunOnHeader.parted(MarkdownText.unescaped(lines));
    Header header = HeaderReader.read(plain);
    var body = new ArrayList<String>(header.leading());
    if (!body.isEmpty()) {
      body.add("");
    }
    body.addAll(plain.subList(header.bodyStart(), plain.size()));
    Notes notes = Notes.in(String.join("\n", body));
    Quotes quotes = Quotes.in(Arrays.asList(notes.text().split("\n", -1)));
    return new Draft(
        line,
        null,
        header.author(),
        header.handle(),
        header.date(),
        false,
        header.link(),
        null,
        quotes.text(),
        quotes.quoted(),
        notes.notes(),
        links(quotes),
        bytes);
  }

  /// Whether it says nothing: neither words, nor anything that stands for them.
  static boolean isEmpty(Draft draft) {
    return draft.link() == null
        && draft.quoted().isEmpty()
        && draft.notes().isEmpty()
        && draft.links().isEmpty()
        && draft.text().lines().noneMatch(MarkdownText::hasInk);
  }

  /// The lines in front, which hold the header, as they are read.
  static List<String> front(List<String> lines) {
    List<String> front = lines.subList(0, Math.min(lines.size(), HEADER_LINES));
    return RunOnHeader.parted(MarkdownText.unescaped(front));
  }

  private static List<String> links(Quotes quotes) {
    var texts = new ArrayList<String>();
    texts.add(quotes.text());
    quotes.quoted().stream().map(Quote::text).forEach(texts::add);
    return Links.in(texts);
  }
}
