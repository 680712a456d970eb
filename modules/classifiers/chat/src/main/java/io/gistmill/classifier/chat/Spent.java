package io.gistmill.classifier.chat;

import java.time.LocalDate;

/// What was spent on one day.
///
/// @param day in UTC
/// @param money in millionths
record Spent(LocalDate day, long tokens, long money) {

  static Spent nothing(LocalDate day) {
    return new Spent(day, 0, 0);
  }

  Spent plus(long moreTokens, long moreMoney) {
    return new Spent(day, tokens + moreTokens, money + moreMoney);
  }
}
