package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.NewsPost;
import io.gistmill.digest.editorial.Retraction;
import io.gistmill.digest.editorial.Story;
import io.gistmill.digest.render.MailWeight;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Week;
import java.util.List;

/// How many stories a mail has room for, so that none counts as shown that its reader never saw.
///
/// A story is weighed once for all who are shown the same posts of it in the same language.
final class MailBudget {

  private static final int MOST_WEIGHED = 20_000;
  private static final MailWeight NONE = new MailWeight(0, 0);

  private final StoryLookup lookup;
  private final Recent<Posts, MailWeight> stories = new Recent<>(MOST_WEIGHED);

  private record Posts(List<Digest.PostRef> refs, Preferences reader, boolean update) {}

  MailBudget(StoryLookup lookup) {
    this.lookup = lookup;
  }

  /// How many of the first stories fit. Order is kept, and one story is always shown.
  int fit(Draft draft) {
    List<Story> ranked = draft.issue().stories();
    if (ranked.size() < 2) {
      return ranked.size();
    }
    MailWeight weight = besides(draft);
    int shown = 0;
    while (shown < ranked.size()) {
      weight = weight.plus(weight(ranked.get(shown), draft)).plus(notes(ranked.get(shown), draft));
      if (!weight.fits() && shown > 0) {
        break;
      }
      shown++;
    }
    return shown;
  }

  private MailWeight weight(Story story, Draft draft) {
    List<Digest.PostRef> refs = story.posts().stream().map(NewsPost::ref).toList();
    return stories.get(
        new Posts(refs, reader(draft), story.known() != null),
        posts -> MailWeight.ofStory(told(posts.refs()), posts.reader(), posts.update()));
  }

  /// Of the reasons those that other readers of the same posts need not have: only a week says on
  /// which day a story was shown.
  private static MailWeight notes(Story story, Draft draft) {
    MailWeight notes = draft.week() == null ? NONE : MailWeight.SEEN;
    return story.why().moved() == 0 ? notes : notes.plus(MailWeight.MOVED);
  }

  /// All but the stories.
  private MailWeight besides(Draft draft) {
    MailWeight weight = MailWeight.FRAME;
    for (Digest.Item repeat : draft.repeats()) {
      weight = weight.plus(line(repeat.posts(), reader(draft)));
    }
    for (Retraction taken : draft.retractions()) {
      weight = weight.plus(line(taken.withdrawal().said()));
    }
    Week week = draft.week();
    return week == null ? weight : weight.plus(week(week));
  }

  private MailWeight week(Week week) {
    MailWeight weight = MailWeight.ofWeek(week);
    for (Week.Trend trend : week.trends()) {
      for (Digest.PostRef post : trend.evidence()) {
        weight = weight.plus(line(post));
      }
    }
    for (Week.Running running : week.running()) {
      weight = weight.plus(line(running.lead()));
    }
    return weight;
  }

  private MailWeight line(Digest.PostRef post) {
    return line(List.of(post), Preferences.NONE);
  }

  private MailWeight line(List<Digest.PostRef> posts, Preferences reader) {
    return MailWeight.ofLine(told(posts), reader);
  }

  /// What decides on words, and no more.
  private static Preferences reader(Draft draft) {
    return new Preferences(draft.subscription().preferences().language(), 0, false, false);
  }

  private List<StoryPost> told(List<Digest.PostRef> posts) {
    return posts.stream().map(lookup).toList();
  }
}
