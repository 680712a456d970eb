package io.gistmill.digest.desk.brief;

import java.util.List;

/// Tells the name of a paper or a journal, from which something is quoted, from that of what a post
/// is about: 据《晨报》报道.
final class TitleSource {

  private static final List<String> BEFORE =
      List.of("据", "在", "来自", "接受", "看完", "读完", "看了", "读了", "援引", "登上", "刊于");

  private static final List<String> BEHIND =
      List.of("报道", "消息", "专访", "采访", "称", "记者", "披露", "援引", "杂志", "文章", "刊登");

  /// Something stands there, unless it goes on as another word: 上线.
  private static final String ON = "上";

  private static final String OTHER_WORDS = "线市架映调手";

  private TitleSource() {}

  /// @param at where its name opens
  static boolean opensAt(String text, int at) {
    int close = text.charAt(at) == '《' ? text.indexOf('》', at) : -1;
    return BEFORE.stream().anyMatch(word -> text.startsWith(word, at - word.length()))
        || close >= 0 && closesAt(text, close);
  }

  /// @param at where its name closes
  static boolean closesAt(String text, int at) {
    int next = at + 1 + ON.length();
    boolean on = text.startsWith(ON, at + 1);
    return on && (next >= text.length() || OTHER_WORDS.indexOf(text.charAt(next)) < 0)
        || BEHIND.stream().anyMatch(word -> text.startsWith(word, at + 1));
  }
}
