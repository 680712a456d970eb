package io.gistmill.classifier.tck;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/// The promises of a factory.
final class FactoryTrials {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MAX_BATCH = 32;

  private final Subject subject;
  private final ClassifierFactory factory;

  FactoryTrials(Subject subject) {
    this.subject = subject;
    this.factory = subject.factory();
  }

  List<Check> all() {
    return List.of(
        new Check("factory 2: a name and a version, the same each time", this::nameAndVersion),
        new Check("factory 3: topics are slugs, and names are of these topics", this::topics),
        new Check("factory 5: each create() makes a classifier of its own", this::makesNewOnes),
        new Check("factory 5: classifiers work side by side and answer alike", this::sideBySide),
        new Check("factory 6: time limit and batch lie within their bounds", this::limits),
        new Check("factory 7: its configuration can be given to it again", this::roundTrip),
        new Check("factory 7: a wrong configuration is refused in words", this::wrong));
  }

  @SuppressWarnings("ConstantValue") // Foreign code may not know of nullness.
  private void nameAndVersion() {
    String name = factory.name();
    BrokenPromise.unless(
        name != null && SLUG.matcher(name).matches(),
        "name() is '" + name + "'; use lower-case letters, digits and dashes");
    String version = factory.version();
    BrokenPromise.unless(
        version != null && version.matches("[^\\s\\p{Cntrl}]{1,100}"),
        "version() is '" + version + "'; use 1 to 100 characters without blanks");
    BrokenPromise.unless(
        name.equals(factory.name()) && version.equals(factory.version()),
        "name() or version() changes from call to call; make it a constant");
    BrokenPromise.unless(
        factory.id().equals(name + "@" + version), "id() differs from name@version; leave it out");
  }

  @SuppressWarnings("ConstantValue")
  private void topics() {
    Set<String> topics = factory.topics();
    BrokenPromise.unless(topics != null, "topics() returns null; return an empty set for none");
    for (String slug : topics) {
      BrokenPromise.unless(
          slug != null && SLUG.matcher(slug).matches() && slug.length() <= 100,
          "the topic '" + slug + "' is no slug; use lower-case letters, digits and dashes");
      BrokenPromise.unless(
          !slug.equals("all") && !slug.equals("other"),
          "the topic '" + slug + "' is the name of a stream of all classifiers; rename it");
    }
    BrokenPromise.unless(
        topics.equals(factory.topics()), "topics() changes from call to call; make it a constant");
    for (String slug : factory.topicNames().keySet()) {
      BrokenPromise.unless(
          topics.contains(slug), "topicNames() names '" + slug + "', which topics() lacks; add it");
    }
  }

  private void makesNewOnes() {
    Classifier closed = subject.made();
    try (Classifier other = subject.made()) {
      closed.close();
      Subject.askEach(other, subject.ordinary());
    } catch (IllegalStateException e) {
      throw new BrokenPromise(
          "when one is closed another one fails ("
              + e.getMessage()
              + "); let create() return a new one each time");
    }
  }

  private void sideBySide() throws Exception {
    List<Post> posts = subject.ordinary();
    Callable<List<Outcome>> work = () -> subject.with(one -> Subject.askEach(one, posts));
    List<Outcome> alone = work.call();
    FutureTask<List<Outcome>> here = Subject.start(work);
    FutureTask<List<Outcome>> there = Subject.start(work);
    BrokenPromise.unless(
        here.get().equals(alone) && there.get().equals(alone),
        "two classifiers at work at once answer differently from one alone; keep what changes"
            + " inside the classifier, not in static fields or in the factory");
  }

  private void limits() {
    Duration limit = factory.timeLimit();
    BrokenPromise.unless(
        !limit.isNegative() && !limit.isZero() && limit.compareTo(LONGEST) <= 0,
        "timeLimit() is " + limit + "; return more than PT0S and at most " + LONGEST);
    int batch = factory.batch();
    BrokenPromise.unless(
        batch >= 1 && batch <= MAX_BATCH, "batch() is " + batch + "; return 1 to " + MAX_BATCH);
  }

  private void roundTrip() {
    ClassifierFactory again = factory.configured(factory.configuration());
    BrokenPromise.unless(
        again.id().equals(factory.id()) && again.topics().equals(factory.topics()),
        "configured(configuration()) gives "
            + again.id()
            + " with other topics or another version; equal configurations give equal factories");
    BrokenPromise.unless(
        again.configuration().equals(factory.configuration()),
        "configured(configuration()).configuration() differs; return what was given");
  }

  private void wrong() {
    for (String configuration : List.of("\u0000", "{[", "x".repeat(1_000), "- \ud83e: \t")) {
      try {
        ClassifierFactory configured = factory.configured(configuration);
        BrokenPromise.unless(
            configured.name().equals(factory.name()),
            "configured() changes the name; keep it, and let the version tell the difference");
      } catch (IllegalArgumentException e) {
        BrokenPromise.unless(
            e.getMessage() != null && !e.getMessage().isBlank(),
            "configured() refuses a wrong configuration without a message; name every mistake");
      }
    }
  }
}
