package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.engine.Section;
import io.gistmill.classifier.engine.YamlText;
import io.gistmill.classifier.taxonomy.TaxonomyTopic.LinkRule;
import io.gistmill.classifier.taxonomy.TaxonomyTopic.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Reads a taxonomy file and refuses it with all its mistakes.
final class TaxonomyReader {

  private static final double MAX_WEIGHT = 10;

  private final String file;
  private final List<String> mistakes = new ArrayList<>();

  TaxonomyReader(String file) {
    this.file = file;
  }

  Taxonomy read(byte[] yaml) {
    Section root = new Section(tree(yaml), "", mistakes);
    refuseIfWrong();
    root.allowOnly(Set.of("version", "scoring", "topics"));
    String version = root.text("version");
    if (!version.isEmpty() && !version.matches("[A-Za-z0-9._-]+")) {
      root.mistake("version", "holds letters, digits, '.', '_' and '-' only");
    }
    Scoring scoring = root.has("scoring") ? scoring(root.section("scoring")) : Scoring.STANDARD;
    List<TaxonomyTopic> topics = topics(root, Set.of());
    refuseIfWrong();
    return new Taxonomy(version, scoring, topics, new String(yaml, StandardCharsets.UTF_8));
  }

  /// Reads a file that adds topics to a taxonomy. A version may stand there, as in a whole
  /// taxonomy; it says nothing of what comes out.
  ///
  /// @param known slugs that may be parents too
  /// @return the topics as they stand in the file
  List<JsonNode> readAddition(byte[] yaml, Set<String> known) {
    JsonNode tree = tree(yaml);
    Section root = new Section(tree, "", mistakes);
    refuseIfWrong();
    if (root.has("scoring")) {
      root.mistake("scoring", "holds for all topics and cannot be added; leave it out");
    }
    root.allowOnly(Set.of("version", "scoring", "topics"));
    topics(root, known);
    refuseIfWrong();
    return List.copyOf(tree.path("topics").values());
  }

  private JsonNode tree(byte[] yaml) {
    JsonNode tree = YamlText.tree(new String(yaml, StandardCharsets.UTF_8), mistakes);
    refuseIfWrong();
    return tree;
  }

  private void refuseIfWrong() {
    if (!mistakes.isEmpty()) {
      throw new InvalidTaxonomyException(file, mistakes);
    }
  }

  private static Scoring scoring(Section section) {
    section.allowOnly(
        Set.of(
            "title", "text", "quoted", "link", "halfPoint", "threshold", "fullLength", "passing"));
    Scoring standard = Scoring.STANDARD;
    return new Scoring(
        section.number("title", 0, MAX_WEIGHT, standard.title()),
        section.number("text", 0, MAX_WEIGHT, standard.text()),
        section.number("quoted", 0, MAX_WEIGHT, standard.quoted()),
        section.number("link", 0, MAX_WEIGHT, standard.link()),
        section.number("halfPoint", 0.01, 1000, standard.halfPoint()),
        section.number("threshold", 0.01, 0.99, standard.threshold()),
        section.number("fullLength", 1, 1_000_000, standard.fullLength()),
        section.number("passing", 0, 1, standard.passing()));
  }

  private List<TaxonomyTopic> topics(Section root, Set<String> known) {
    var topics = new ArrayList<TaxonomyTopic>();
    List<Section> sections = root.sections("topics");
    for (Section section : sections) {
      topics.add(topic(section));
    }
    if (topics.isEmpty()) {
      root.mistake("topics", "should list at least one topic");
    }
    new TopicChecks(sections, known).check(topics);
    return topics;
  }

  private static TaxonomyTopic topic(Section section) {
    section.allowOnly(
        Set.of("slug", "names", "definition", "parents", "terms", "negative", "links"));
    return new TaxonomyTopic(
        section.text("slug"),
        section.texts("names"),
        section.texts("definition"),
        section.strings("parents"),
        terms(section, "terms", 0.01),
        terms(section, "negative", 0),
        links(section));
  }

  private static List<Term> terms(Section topic, String name, double least) {
    var terms = new ArrayList<Term>();
    for (Section group : topic.sections(name)) {
      double weight = group.number("weight", least, MAX_WEIGHT, 1);
      for (String language : new TreeSet<>(group.names())) {
        if (!language.equals("weight")) {
          group.requireLanguage(language);
          group.strings(language).forEach(text -> terms.add(new Term(text, weight)));
        }
      }
    }
    return terms;
  }

  private static List<LinkRule> links(Section topic) {
    var links = new ArrayList<LinkRule>();
    for (Section group : topic.sections("links")) {
      group.allowOnly(Set.of("weight", "match"));
      double weight = group.number("weight", 0.01, MAX_WEIGHT, 1);
      for (String address : group.strings("match")) {
        links.add(link(group, address, weight));
      }
    }
    return links;
  }

  private static LinkRule link(Section group, String address, double weight) {
    if (!address.matches("[a-z0-9.-]+\\.[a-z]+(/[^/\\s?#]+)*")) {
      group.mistake(
          "match", "'" + address + "' should be a host in lower case and a path: example.org/path");
    }
    int slash = address.indexOf('/');
    return slash < 0
        ? new LinkRule(address, "", weight)
        : new LinkRule(address.substring(0, slash), address.substring(slash + 1), weight);
  }
}
