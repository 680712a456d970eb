package io.gistmill.producer.archive;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names under which accounts sign in one archive: what tells a digit that slipped in before a
/// name from a digit that belongs to it. Knows as many accounts as were met last.
final class Authors {

  private static final int MOST = 4096;
  private static final Pattern STRAY = Pattern.compile("\\d{1,2}\\s?(?=\\p{L})");
  private static final Pattern FIRST_OF_YEAR = Pattern.compile("[12]\\s?(?=\\p{L})");

  private final Map<String, String> names =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  void meet(Draft draft) {
    if (draft.handle() != null && !STRAY.matcher(draft.author()).lookingAt()) {
      names.put(draft.handle().toLowerCase(Locale.ROOT), draft.author());
    }
  }

  /// The author's name without a digit that is none of theirs.
  String without(Draft draft) {
    String author = draft.author();
    Matcher stray = STRAY.matcher(author);
    String handle = draft.handle();
    if (handle == null || !stray.lookingAt()) {
      return author;
    }
    if (author.substring(stray.end()).equals(names.get(handle.toLowerCase(Locale.ROOT)))) {
      return author.substring(stray.end());
    }
    return withoutDigitOfYear(draft, author, handle);
  }

  /// The year's lost first digit often stands before the name.
  private static String withoutDigitOfYear(Draft draft, String author, String handle) {
    Matcher digit = FIRST_OF_YEAR.matcher(author);
    boolean yearLost =
        draft.date() instanceof DateText.Damaged damaged
            && damaged.year() == null
            && damaged.month() != null
            && damaged.day() != null;
    boolean own = !handle.isEmpty() && handle.charAt(0) == author.charAt(0);
    return yearLost && !own && digit.lookingAt() ? author.substring(digit.end()) : author;
  }
}
