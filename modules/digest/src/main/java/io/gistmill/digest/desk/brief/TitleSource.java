package io.gistmill.digest.desk.brief;

import java.util.List;

/// Tells the name of a paper or a journal, from which something is quoted, from that of what a post
/// is about: 据《晨报》报道.
final class TitleSource {

  private static final List<String> BEFORE =
      List.of("据", "在", "来自", "接受", "看完", "读完", "看了", "读了", "援引", "登上", "刊于");

  private static final List<String> BEHIND =
      List.of("报道", "消息", "专访", "采访", "称", "上", "记者", "披露", "援引", "杂志", "文章", "刊登");

  private TitleSource() {}

  /// @param at where its name opens
  static boolean opensAt(String text, int at) {
    int close = text.indexOf('》', at);
    return BEFORE.stream().anyMatch(word -> text.startsWith(word, at - word.length()))
        || close >= 0 && isNamed(text, close);
  }

  /// @param at where its name closes
  static boolean closesAt(String text, int at) {
    return isNamed(text, at);
  }

  private static boolean isNamed(String text, int close) {
    return BEHIND.stream().anyMatch(word -> text.startsWith(word, close + 1));
  }
}
