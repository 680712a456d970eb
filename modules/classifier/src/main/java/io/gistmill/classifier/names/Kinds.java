package io.gistmill.classifier.names;

import java.util.Set;

/// What somebody is or does, and what a text is, with capitals and no name: `Staff Engineer`, `Code
/// Review`, `Best Practices`.
///
/// Left out is what ends names of ordinary words as often: `Hacker News`, `Dev Day`, `Materials
/// Project`, `Magic Prompt`.
final class Kinds {

  /// Behind any number of words.
  private static final Set<String> ROLES =
      Set.of(
          ("engineer engineers manager managers lead leader leaders director developer"
                  + " developers programmer programmers designer designers scientist scientists"
                  + " researcher researchers architect architects analyst analysts consultant"
                  + " consultants founder founders cofounder executive officer president professor"
                  + " intern interns owner marketer recruiter reviewer ceo cto cfo coo vp svp")
              .split(" "));

  /// Behind one word; by themselves they are left to be names, as `IDEA` is.
  private static final Set<String> THINGS =
      Set.of(
          ("coding engineering learning testing debugging writing development management marketing"
                  + " prompting practice practices case cases study studies guide tutorial tips"
                  + " pattern patterns template templates workflow workflows pipeline pipelines thread"
                  + " update updates summary question questions answer answers idea ideas part chapter"
                  + " edition episode issue issues review reviews")
              .split(" "));

  /// Of other words, which mostly are no kind.
  private static final Set<String> PHRASES =
      Set.of(
          ("opensource closedsource deepdive hottake hottakes sideproject sideprojects petproject"
                  + " personalproject pairprogramming systemprompt systemprompts userprompt metaprompt"
                  + " negativeprompt contextwindow releasenotes patchnotes technicalreport techreport"
                  + " researchpaper whitepaper aicoding aiengineer aiengineers aiprogramming"
                  + " lessonslearned gamechanger breakingnews talkischeap todolist nobrainer")
              .split(" "));

  private Kinds() {}

  /// @param word in lower case, the last of some with capitals
  /// @param words how many they are
  static boolean isKind(String word, int words) {
    return isRole(word) || words == 2 && THINGS.contains(word);
  }

  static boolean isRole(String word) {
    return ROLES.contains(word);
  }

  static boolean isPhrase(String key) {
    return PHRASES.contains(key);
  }
}
