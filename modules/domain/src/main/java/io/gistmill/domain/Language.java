package io.gistmill.domain;

/// The language that a post is mainly written in.
public enum Language {
  ZH,
  EN,
  MIXED,
  OTHER
}
