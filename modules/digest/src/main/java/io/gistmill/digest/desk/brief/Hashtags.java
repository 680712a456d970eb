package io.gistmill.digest.desk.brief;

/// How hashtags are written.
final class Hashtags {

  /// One that a second mark closes, as on Weibo; its words are a group.
  static final String CLOSED = "[#＃]([^\\s#＃]{1,40})[#＃]";

  private Hashtags() {}
}
