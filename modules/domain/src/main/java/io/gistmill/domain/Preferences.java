package io.gistmill.domain;

import org.jspecify.annotations.Nullable;

/// How a subscriber wants digests to be, and whether at all for the time being.
///
/// @param language that headlines and the words around them should have where there is a choice;
///   null for whatever language a story's lead is written in
/// @param minutes reading time of a digest at the most; 0 for no limit but the number of stories
/// @param sendEmpty whether a digest without stories goes out too, and says so
/// @param paused no digest goes out while it is; what comes meanwhile is not made up for
public record Preferences(
    @Nullable Language language, int minutes, boolean sendEmpty, boolean paused) {

  public static final Preferences NONE = new Preferences(null, 0, false, false);

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  public Preferences {
    if (minutes < 0 || minutes > MINUTES_OF_A_DAY) {
      throw new IllegalArgumentException(
          "reading time is 0 (no limit) to " + MINUTES_OF_A_DAY + " minutes, not " + minutes);
    }
  }
}
