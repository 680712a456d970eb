package io.gistmill.digest.render;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;

/// A digest as programs read it. Fields are only ever added, and described in
/// `docs/reference/digest.schema.json`.
///
/// @param language of title and reasons
record DigestJson(
    String id,
    String route,
    Cadence cadence,
    ZoneId zone,
    Instant from,
    Instant cut,
    String language,
    String title,
    List<Story> stories,
    int more,
    @Nullable List<Story> repeats,
    @Nullable WeekView week,
    @Nullable List<Correction> corrections,
    @Nullable Footer links) {

  private static final ObjectWriter WRITER = writer();

  /// @param ordinals of the posts, lead first
  /// @param link of the post whose words headline and summary are
  /// @param why in words
  /// @param generatedBy what wrote headline and summary; null where they are words of the post
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
      @Nullable String link,
      List<Post> posts,
      @Nullable StoryUpdate update,
      List<String> why,
      @Nullable String generatedBy) {}

  /// @param published the day
  /// @param publishedAt the same with time and offset of the zone
  record Post(
      String id,
      @Nullable Long ordinal,
      String author,
      @Nullable String handle,
      @Nullable String link,
      LocalDate published,
      OffsetDateTime publishedAt,
      boolean late,
      boolean dateInferred) {}

  static String of(DigestPage page) {
    Words words = Words.of(page.locale());
    var json =
        new DigestJson(
            page.id(),
            page.route(),
            page.cadence(),
            page.zone(),
            page.from(),
            page.cut(),
            words.language(),
            page.title(),
            page.stories().stream().map(story -> story(story, words)).toList(),
            page.more(),
            unlessEmpty(page.repeats().stream().map(story -> story(story, words)).toList()),
            page.week(),
            unlessEmpty(page.corrections()),
            page.footer());
    return WRITER.writeValueAsString(json) + "\n";
  }

  private static Story story(DigestPage.StoryView view, Words words) {
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
        view.link(),
        view.posts().stream().map(DigestJson::post).toList(),
        view.update(),
        view.why().stream().map(words::reason).toList(),
        view.generatedBy());
  }

  private static Post post(DigestPage.PostView view) {
    return new Post(
        view.id(),
        view.ordinal(),
        view.author(),
        view.handle(),
        view.link(),
        view.published().toLocalDate(),
        view.published(),
        view.late(),
        view.dateInferred());
  }

  private static <T> @Nullable List<T> unlessEmpty(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  /// Jackson's own indenter would take the line ends of the machine.
  private static ObjectWriter writer() {
    var indenter = new DefaultIndenter("  ", "\n");
    return Json.MAPPER
        .writer()
        .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
  }
}
