package io.gistmill.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the templates show. Texts are as foreigners wrote them, cut and without control characters;
/// the templates escape them.
public final class Views {

  private Views() {}

  /// @param note such as how many stories, or a confidence; may be empty
  public record TopicView(String slug, String name, String note) {}

  /// @param lang BCP 47
  /// @param told by how many
  public record StoryCard(
      String id,
      String headline,
      String summary,
      String lang,
      String told,
      TimeView latest,
      List<TopicView> topics) {
    public StoryCard {
      topics = List.copyOf(topics);
    }
  }

  /// One post in a list.
  ///
  /// @param excerpt null where the title says it all
  public record PostLine(
      String id,
      String title,
      String lang,
      String byline,
      TimeView when,
      List<TopicView> topics,
      @Nullable Marked excerpt) {
    public PostLine {
      topics = List.copyOf(topics);
    }
  }

  public record Section(
      String title, @Nullable String href, List<StoryCard> stories, @Nullable String more) {
    public Section {
      stories = List.copyOf(stories);
    }
  }

  /// @param since the place in the log up to which the page goes
  public record Home(
      String day,
      List<TopicView> chips,
      List<PostLine> fresh,
      List<Section> sections,
      String since) {
    public Home {
      chips = List.copyOf(chips);
      fresh = List.copyOf(fresh);
      sections = List.copyOf(sections);
    }
  }

  public record TopicList(List<TopicView> topics) {
    public TopicList {
      topics = List.copyOf(topics);
    }
  }

  /// @param newer address of the page before; null on the first
  /// @param older address of the page behind; null on the last
  public record TopicPage(
      String slug,
      String name,
      List<Section> sections,
      List<PostLine> archive,
      @Nullable String newer,
      @Nullable String older) {
    public TopicPage {
      sections = List.copyOf(sections);
      archive = List.copyOf(archive);
    }
  }

  /// A post as its story shows it.
  public record PostView(
      String id,
      String title,
      String lang,
      String byline,
      TimeView published,
      @Nullable String link,
      Marked text,
      String marks) {}

  /// @param links that several posts of the story share
  public record StoryPage(
      String headline,
      String summary,
      String lang,
      String told,
      List<TopicView> topics,
      List<PostView> posts,
      List<String> links,
      String why) {
    public StoryPage {
      topics = List.copyOf(topics);
      posts = List.copyOf(posts);
      links = List.copyOf(links);
    }
  }

  /// Which classifier said what.
  public record Said(TopicView topic, String classifier, List<String> words) {
    public Said {
      words = List.copyOf(words);
    }
  }

  public record QuoteView(String byline, @Nullable String link, String lang, Marked text) {}

  /// @param facts names and values below the text
  /// @param failures of classifiers
  public record PostPage(
      PostView post,
      boolean titled,
      @Nullable Marked title,
      List<QuoteView> quotes,
      List<String> notes,
      List<String> links,
      List<Said> said,
      List<String> failures,
      @Nullable String story,
      TimeView admitted,
      List<Fact> facts) {
    public PostPage {
      quotes = List.copyOf(quotes);
      notes = List.copyOf(notes);
      links = List.copyOf(links);
      said = List.copyOf(said);
      failures = List.copyOf(failures);
      facts = List.copyOf(facts);
    }
  }

  public record Fact(String name, String value) {}

  public record EditionLink(String href, String name, int stories) {

    public String count() {
      return Texts.count(stories, "story", "stories");
    }
  }

  /// @param all the edition of all topics; null where there is none
  public record EditionDay(
      String label, String title, @Nullable EditionLink all, List<EditionLink> routes) {
    public EditionDay {
      routes = List.copyOf(routes);
    }
  }

  public record DigestList(List<EditionDay> weeks, List<EditionDay> days) {
    public DigestList {
      weeks = List.copyOf(weeks);
      days = List.copyOf(days);
    }
  }

  /// @param posts by which authors, lead first
  public record DigestStory(
      String id,
      String headline,
      String summary,
      String lang,
      List<TopicView> topics,
      List<PostLine> posts) {
    public DigestStory {
      topics = List.copyOf(topics);
      posts = List.copyOf(posts);
    }
  }

  public record DigestPage(
      String heading,
      String period,
      List<DigestStory> stories,
      @Nullable Unshown more,
      @Nullable EditionLink all) {
    public DigestPage {
      stories = List.copyOf(stories);
    }
  }

  /// How many stories a digest had no room for, and where stories like these are.
  public record Unshown(String count, String href, String name) {}

  public record SearchPage(
      String query,
      List<PostLine> hits,
      String verdict,
      @Nullable String newer,
      @Nullable String older) {
    public SearchPage {
      hits = List.copyOf(hits);
    }
  }

  public record MailLine(String href, String subject, String to, TimeView date) {}

  public record MailList(List<MailLine> mails, String verdict) {
    public MailList {
      mails = List.copyOf(mails);
    }
  }

  /// @param body address of the HTML part; null when there is none
  public record MailPage(
      String subject,
      String from,
      String to,
      TimeView date,
      @Nullable String body,
      @Nullable String text) {}

  public record ServiceLine(String name, String state, List<String> hindrances) {
    public ServiceLine {
      hindrances = List.copyOf(hindrances);
    }
  }

  public record StatusPage(List<ServiceLine> services, List<Fact> facts) {
    public StatusPage {
      services = List.copyOf(services);
      facts = List.copyOf(facts);
    }
  }

  /// @param advice what the reader can do
  public record Problem(String heading, String advice) {}
}
