package io.gistmill.digest.render;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;

/// A digest as programs read it.
record DigestJson(
    String id,
    String route,
    Cadence cadence,
    ZoneId zone,
    Instant from,
    Instant cut,
    String title,
    List<Story> stories,
    int more) {

  private static final ObjectWriter WRITER = writer();

  /// @param ordinals of the posts, lead first
  record Story(
      String story,
      int rank,
      Fixed score,
      String headline,
      String summary,
      String language,
      List<DigestPage.TopicView> topics,
      int sources,
      List<Long> ordinals,
      List<DigestPage.PostView> posts) {}

  static String of(DigestPage page) {
    List<Story> stories = page.stories().stream().map(DigestJson::story).toList();
    var json =
        new DigestJson(
            page.id(),
            page.route(),
            page.cadence(),
            page.zone(),
            page.from(),
            page.cut(),
            page.title(),
            stories,
            page.more());
    return WRITER.writeValueAsString(json) + "\n";
  }

  private static Story story(DigestPage.StoryView view) {
    return new Story(
        view.story(),
        view.rank(),
        view.score(),
        view.headline(),
        view.summary(),
        view.language(),
        view.topics(),
        view.sources(),
        view.ordinals(),
        view.posts());
  }

  /// Jackson's own indenter would take the line ends of the machine.
  private static ObjectWriter writer() {
    var indenter = new DefaultIndenter("  ", "\n");
    return Json.MAPPER
        .writer()
        .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
  }
}
