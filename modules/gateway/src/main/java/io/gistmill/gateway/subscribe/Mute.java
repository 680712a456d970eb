package io.gistmill.gateway.subscribe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something that an owner does not want to see.
///
/// @param value the name of a source, an account with `@` or a name in lower case, or a story's id
public record Mute(Kind kind, String value) {

  private static final int LONGEST = 200;

  public enum Kind {
    SOURCE,
    AUTHOR,
    STORY;

    /// As in addresses and forms.
    public String field() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Reads the one that is given; empty when there is none, or it holds too much.
  static Optional<Mute> of(Fields given) {
    for (Kind kind : Kind.values()) {
      String value = given.text(kind.field()).orElse("");
      if (!value.isEmpty() && value.length() <= LONGEST) {
        return Optional.of(
            new Mute(kind, kind == Kind.AUTHOR ? value.toLowerCase(Locale.ROOT) : value));
      }
    }
    return Optional.empty();
  }

  /// A list with this in it, or without, if it is of the same kind.
  List<String> applied(Kind list, List<String> values, boolean muted) {
    if (kind != list) {
      return values;
    }
    var changed = new ArrayList<>(values);
    changed.remove(value);
    if (muted) {
      changed.add(value);
    }
    return changed;
  }
}
