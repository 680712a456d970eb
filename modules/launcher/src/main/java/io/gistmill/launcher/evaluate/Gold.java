package io.gistmill.launcher.evaluate;

import io.gistmill.launcher.files.Input;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What readers say of posts.
///
/// @param file where it stands
/// @param lines in the order of the file
/// @param readers how many each line has
record Gold(Path file, List<Line> lines, int readers) {

  Gold {
    lines = List.copyOf(lines);
  }

  /// @param number of the line, from 1
  /// @param ordinal of the post; null where the line names it by id
  /// @param id of the post; null where the line does not name it
  /// @param topics by reader
  record Line(
      long number, @Nullable Long ordinal, @Nullable String id, List<SortedSet<String>> topics) {

    Line {
      topics = List.copyOf(topics);
    }

    String post() {
      return "post " + (ordinal == null ? shown(String.valueOf(id)) : ordinal);
    }

    /// @return how the line names two posts, and the mend; null where it does not
    @Nullable String contradiction(Input.Read post) {
      return ordinal == null || id == null || id.equals(post.id())
          ? null
          : "post "
              + ordinal
              + " has the id "
              + shown(post.id())
              + " and not "
              + shown(id)
              + "; leave ordinal or id out";
    }

    private static String shown(String id) {
      return id.replaceAll("\\p{Cc}", " ");
    }
  }

  /// All that some reader gives.
  SortedSet<String> topics() {
    var topics = new TreeSet<String>();
    lines.forEach(line -> line.topics().forEach(topics::addAll));
    return topics;
  }

  Finder finder() {
    return new Finder(this);
  }

  /// Finds the line of each post, and knows which lines nobody asked for.
  static final class Finder {
    private final Map<Long, Line> byOrdinal = new HashMap<>();
    private final Map<String, Line> byId = new HashMap<>();
    private final SortedSet<Long> unasked = new TreeSet<>();

    private Finder(Gold gold) {
      for (Line line : gold.lines()) {
        unasked.add(line.number());
        if (line.ordinal() != null) {
          byOrdinal.put(line.ordinal(), line);
        } else {
          byId.put(String.valueOf(line.id()), line);
        }
      }
    }

    /// @return null where readers say nothing of the post, or it came before
    @Nullable Line of(Input.Read post) {
      Line line = byOrdinal.getOrDefault(post.ordinal(), byId.get(post.id()));
      return line != null && unasked.remove(line.number()) ? line : null;
    }

    /// Numbers of lines whose posts did not come.
    SortedSet<Long> unasked() {
      return unasked;
    }
  }
}
