package io.gistmill.classifier.chat;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps answers by the hash of all that they depend on, in memory and, where there is a folder, on
/// disk. Those that were not wanted for longest go first. Safe for all threads.
final class AnswerCache {

  private static final long MAX_CHARS = 16L << 20;

  private final int most;
  private final Optional<AnswerFiles> files;
  private final Map<String, String> answers = new LinkedHashMap<>(16, 0.75f, true);
  private long chars;

  /// @param most answers
  AnswerCache(int most, Optional<AnswerFiles> files) {
    this.most = most;
    this.files = files;
  }

  synchronized Optional<String> get(String hash) {
    Optional<String> kept = Optional.ofNullable(answers.get(hash));
    if (kept.isPresent() || files.isEmpty()) {
      return kept;
    }
    Optional<String> read = files.get().read(hash);
    read.ifPresent(answer -> keep(hash, answer));
    return read;
  }

  synchronized void put(String hash, String answer) {
    keep(hash, answer);
    files.ifPresent(on -> on.write(hash, answer));
  }

  private void keep(String hash, String answer) {
    String before = answers.put(hash, answer);
    chars += answer.length() - (before == null ? 0 : before.length());
    Iterator<String> oldest = answers.values().iterator();
    while (answers.size() > most || chars > MAX_CHARS) {
      chars -= oldest.next().length();
      oldest.remove();
    }
  }

  synchronized int size() {
    return answers.size();
  }
}
