package io.gistmill.classifier;

import io.gistmill.classifier.api.Usage;
import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.classifier.api.summary.Summariser;
import io.gistmill.classifier.api.summary.SummariserFactory;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Writes what it is told, and remembers which posts it was asked about.
public final class Quill implements SummariserFactory {

  private final Function<Post, Draft> how;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Language> languages = Collections.synchronizedList(new ArrayList<>());

  public Quill(Function<Post, Draft> how) {
    this.how = how;
  }

  /// One that copies the post's text, twice.
  public static Quill copying() {
    return new Quill(Quill::copy);
  }

  static Draft copy(Post post) {
    return new Draft.Written(post.text(), List.of(post.text()));
  }

  /// Ids, in the order of asking.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  List<Language> languages() {
    return List.copyOf(languages);
  }

  @Override
  public String name() {
    return "quill";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Duration timeLimit() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Summariser create() {
    return new Summariser() {
      @Override
      public Draft summarise(Post post, Language language) {
        asked.add(post.id());
        languages.add(language);
        return how.apply(post);
      }

      @Override
      public List<Usage> usage() {
        return List.of(new Usage("drops", asked.size(), OptionalDouble.of(10)));
      }
    };
  }
}
