package io.gistmill.launcher.evaluate;

import io.gistmill.launcher.files.PostJson;
import io.gistmill.launcher.files.TextLine;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.launcher.train.LabelFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what readers say of posts: one JSON object a line, with `ordinal` or `id`, and `topics` as
/// one list, or as a list of lists, one for each reader. An empty list stands for all readers.
final class GoldReader {

  private static final int SHOWN = 100;

  private final List<Gold.Line> lines = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Path file;
  private int readers;
  private long settledBy;

  private GoldReader(Path file) {
    this.file = file;
  }

  /// @throws UsageException naming every mistake with its line and the mend
  static Gold read(Path file) throws IOException {
    var reader = new GoldReader(file);
    TextLine.read(file, reader::take);
    if (reader.lines.isEmpty() && reader.mistakes.isEmpty()) {
      throw new UsageException(file + " holds blank lines only; write one JSON object a line");
    }
    if (!reader.mistakes.isEmpty()) {
      throw new UsageException(String.join("\n", reader.shown()));
    }
    return reader.gold();
  }

  private List<String> shown() {
    if (mistakes.size() <= SHOWN) {
      return mistakes;
    }
    var shown = new ArrayList<>(mistakes.subList(0, SHOWN));
    shown.add("... and " + (mistakes.size() - SHOWN) + " more");
    return shown;
  }

  private Gold gold() {
    int all = Math.max(1, readers);
    List<Gold.Line> whole =
        lines.stream()
            .map(
                line ->
                    line.topics().isEmpty()
                        ? new Gold.Line(
                            line.number(),
                            line.ordinal(),
                            line.id(),
                            Collections.nCopies(all, Collections.emptySortedSet()))
                        : line)
            .toList();
    return new Gold(file, whole, all);
  }

  private void take(TextLine line) {
    String mistake = line.damage();
    if (mistake == null && !line.text().isBlank()) {
      try {
        mistake = take(line.number(), PostJson.object(line.text()));
      } catch (PostJson.Unfit e) {
        mistake = e.reason();
      } catch (LabelFields.Mistake e) {
        mistake = e.getMessage();
      }
    }
    if (mistake != null) {
      mistakes.add(file + ", line " + line.number() + ": " + mistake);
    }
  }

  /// @return what is wrong, and the mend; null when all is well
  private @Nullable String take(long number, JsonNode json)
      throws PostJson.Unfit, LabelFields.Mistake {
    Long ordinal = PostJson.ordinal(json);
    String id = json.path("id").isString() ? json.path("id").stringValue() : null;
    if (ordinal == null && id == null) {
      return "the line names no post; write its place as \"ordinal\": 1, or its \"id\": \"...\"";
    }
    if (!known.add(ordinal == null ? "id " + id : "ordinal " + ordinal)) {
      return "an earlier line names the same post; keep one of the two";
    }
    List<SortedSet<String>> topics = topics(json.path("topics"));
    if (topics == null) {
      return "topics is no list of names, nor a list of such lists; write [\"rag\"] or"
          + " [[\"rag\"], [\"rag\", \"tools\"]]";
    }
    lines.add(new Gold.Line(number, ordinal, id, topics));
    return topics.isEmpty() ? null : sameReaders(number, topics.size());
  }

  private @Nullable String sameReaders(long number, int count) {
    if (readers == 0) {
      readers = count;
      settledBy = number;
    }
    return count == readers
        ? null
        : "the line has "
            + count
            + (count == 1 ? " reader" : " readers")
            + ", and line "
            + settledBy
            + " has "
            + readers
            + "; give one list for each reader on every line";
  }

  /// @return by reader, none for an empty list; null when it is neither form
  private static @Nullable List<SortedSet<String>> topics(JsonNode list)
      throws LabelFields.Mistake {
    if (!list.isArray()) {
      return null;
    }
    if (list.isEmpty()) {
      return List.of();
    }
    if (!list.get(0).isArray()) {
      SortedSet<String> names = names(list);
      return names == null ? null : List.of(names);
    }
    var readers = new ArrayList<SortedSet<String>>();
    for (JsonNode reader : list) {
      SortedSet<String> names = names(reader);
      if (names == null) {
        return null;
      }
      readers.add(names);
    }
    return readers;
  }

  private static @Nullable SortedSet<String> names(JsonNode list) throws LabelFields.Mistake {
    if (!list.isArray()) {
      return null;
    }
    var names = new TreeSet<String>();
    for (JsonNode name : list) {
      if (!name.isString()) {
        return null;
      }
      names.add(LabelFields.topic(name.stringValue()));
    }
    return names;
  }
}
