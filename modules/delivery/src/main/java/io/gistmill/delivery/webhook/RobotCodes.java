package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// What the numbers of a chat service mean. A number that stands in no list is tried again.
///
/// @param rest how long it wants to be left alone when it was asked too often
/// @param often numbers that say so
/// @param dead numbers of robots that take nothing until somebody mends them, with the mend
/// @param bad numbers of messages that it never takes, with the reason
record RobotCodes(
    Duration rest, Set<Integer> often, Map<Integer, String> dead, Map<Integer, String> bad) {

  Outcome outcome(int code, String host) {
    String words = host + " answered with its error " + code;
    if (often.contains(code)) {
      return new Outcome.Deferred(words + ": it was asked too often", rest, Reach.MESSAGE);
    } else if (dead.containsKey(code)) {
      return new Outcome.Refused(words + ": " + dead.get(code), true);
    } else if (bad.containsKey(code)) {
      return new Outcome.Refused(words + ": " + bad.get(code), false);
    }
    return new Outcome.Deferred(words, null, Reach.MESSAGE);
  }
}
