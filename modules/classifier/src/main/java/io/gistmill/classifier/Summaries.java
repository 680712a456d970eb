package io.gistmill.classifier;

import io.gistmill.classifier.api.summary.SummariserFactory;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/// Asks one summariser about posts that are worth it, one after the other and on a thread of its
/// own, with the same patience as for a classifier. Shared by all threads of the stream.
///
/// Posts wait for summaries in the line of the [WaitingIntake], so only few may be asked about at a
/// time: beyond them a post goes on with its own words, which is recorded.
public final class Summaries implements AutoCloseable {

  /// What a summary may hold up the stream for is so many times the time limit.
  static final int MOST_WAITING = 8;

  private final String id;
  private final SummaryRules rules;
  private final Tally tally;
  private final Drafting drafting;
  private final Supervised supervised;

  /// @param tallies count what the summariser does, beside the classifiers
  /// @param nanoClock such as `System::nanoTime`; says when it takes too long
  /// @throws IllegalArgumentException when no summariser can be made of the settings
  public Summaries(
      SummariserFactory factory, SummaryRules rules, Tallies tallies, LongSupplier nanoClock) {
    this.id = factory.id();
    this.rules = rules;
    this.tally = tallies.of(id);
    this.drafting = new Drafting(id, factory.create());
    var active =
        new ActiveClassifier(id, new TreeSet<>(), drafting, false, false, factory.timeLimit(), 1);
    this.supervised = Supervised.of(active, tally, Supervision.of(active, nanoClock));
  }

  /// @return empty where the post is not worth it
  Optional<SummaryQuestion> ask(Post post, Tagging tagging) {
    Prose prose = Prose.of(post);
    Language language = LanguageDetector.of(prose);
    return language == Language.OTHER || !rules.isWorth(prose, tagging)
        ? Optional.empty()
        : Optional.of(new SummaryQuestion(drafting, post, question(post)));
  }

  private Question question(Post post) {
    if (tally.queue() < MOST_WAITING) {
      return supervised.ask(post);
    }
    var refused = new Posed(post);
    refused.answer(
        tally
            .noted(
                Answered.failed(
                    id, Failure.SKIPPED, "it was not asked, since too many other posts wait"))
            .outcome());
    return refused;
  }

  /// Nobody waits for the answer any more.
  void drop(SummaryQuestion asked) {
    supervised.drop(asked.question());
  }

  /// Gives it up when it takes too long; to be called now and then while something is waited for.
  void look() {
    supervised.look();
  }

  @Override
  public void close() {
    supervised.close();
  }
}
