package io.gistmill.launcher.plugin;

import io.gistmill.classifier.Listing;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.contracts.Json;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.launcher.files.Input;
import io.gistmill.launcher.files.Inputs;
import io.gistmill.launcher.remote.Lines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks the classifiers of a plug-in about the posts of a file, as the stream asks them, and shows
/// what each says.
final class Trial {

  private final Candidate candidate;
  private final PrintWriter out;
  private final boolean json;
  private long posts;
  private long tagged;
  private long failed;

  Trial(Candidate candidate, PrintWriter out, boolean json) {
    this.candidate = candidate;
    this.out = out;
    this.json = json;
  }

  /// What stands in a line of JSON; fields that are null are left out.
  ///
  /// @param line of the file, from 1
  /// @param tags of all classifiers of the plug-in
  /// @param errors what could not be read, or who failed and why
  record Line(
      long line,
      @Nullable Long ordinal,
      @Nullable String id,
      @Nullable List<Tag> tags,
      @Nullable List<String> errors) {}

  /// @return how many posts could not be read, or failed
  long run(Path file) throws IOException {
    List<String> names = candidate.usable().stream().map(Listing::name).toList();
    try (Taggers taggers =
        candidate.registry().taggers(names, Tagger.THRESHOLD, System::nanoTime)) {
      Tagger tagger = taggers.with(new TreeMap<>());
      Inputs.read(file, input -> show(input, tagger));
    }
    if (!json) {
      out.println(posts + " posts: " + tagged + " got topics, " + failed + " failed");
    }
    out.flush();
    return failed;
  }

  private void show(Input input, Tagger tagger) {
    switch (input) {
      case Input.Read read -> show(read, tagger.tag(read.post()).outcomes());
      case Input.Unread unread -> {
        failed++;
        var line =
            new Line(unread.line(), unread.ordinal(), null, null, List.of(unread.reason()));
        show(line, "(not read)");
      }
    }
  }

  private void show(Input.Read read, List<Outcome> outcomes) {
    List<Tag> tags = outcomes.stream().flatMap(outcome -> tags(outcome).stream()).toList();
    List<String> errors =
        outcomes.stream()
            .filter(Outcome.Failed.class::isInstance)
            .map(outcome -> outcome.classifier() + ": " + ((Outcome.Failed) outcome).reason())
            .toList();
    posts++;
    tagged += tags.isEmpty() ? 0 : 1;
    failed += errors.isEmpty() ? 0 : 1;
    show(
        new Line(
            read.line(), read.ordinal(), read.id(), tags, errors.isEmpty() ? null : errors),
        excerpt(read.post()));
  }

  private static List<Tag> tags(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Tagged tagged -> tagged.tags();
      case Outcome.Failed _ -> List.of();
    };
  }

  private static String excerpt(Post post) {
    String title = post.title();
    return Lines.excerpt(title == null || title.isBlank() ? post.text() : title);
  }

  private void show(Line line, String excerpt) {
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(line));
      return;
    }
    out.println(line.line() + "  " + excerpt);
    if (line.errors() != null) {
      line.errors().forEach(error -> out.println("   FAILED  " + Lines.excerpt(error)));
    }
    if (line.tags() != null) {
      line.tags().forEach(tag -> out.println("   " + tag.topic() + "  " + because(tag)));
    }
  }

  private static String because(Tag tag) {
    String words =
        tag.evidence().stream().map(Evidence::text).distinct().collect(Collectors.joining(", "));
    return tag.confidence() + (words.isEmpty() ? "" : "  because of: " + Lines.excerpt(words));
  }
}
