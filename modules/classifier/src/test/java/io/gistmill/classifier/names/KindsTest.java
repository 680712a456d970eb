package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Staff Engineer",
        "Principal Engineer",
        "Machine Learning Engineer",
        "Senior Product Manager",
        "Tech Lead",
        "Data Scientist",
        "Chief Executive",
        "Founding Designer",
        "QA Engineer",
        "CEO",
        "Code Review",
        "Side Project",
        "Vibe Coding",
        "AI Coding",
        "Open Source",
        "Best Practices",
        "Use Case",
        "Deep Dive",
        "Hot Take",
        "Case Study",
        "Design Pattern",
        "System Prompt",
        "Context Engineering",
        "Deep Learning"
      })
  void whatPeopleAreAndDoIsNoName(String words) {
    assertThat(Found.in("他说的 " + words + " 是什么")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          他说的 Weftrun Review 是什么 | weftrunreview
          他说的 Loomwright Engineering 是什么 | loomwrightengineering
          他说的 Materials Project 是什么 | materialsproject
          他说的 Magic Prompt 是什么 | magicprompt
          他说的 Understanding Deep Learning 是什么 | understandingdeeplearning
          他说的 IDEA 是什么 | idea
          他说的 ML Engineering 是什么 | mlengineering
          他说的 S-Director 是什么 | sdirector
          他说的 Hacker News 是什么 | hacker news
          他说的 Microsoft Build 是什么 | microsoft build
          他说的 Google Cloud 是什么 | google cloud
          他说的 AI Scientist 是什么 | aiscientist
          他在读 The Alignment Problem 这本 | thealignmentproblem
          """)
  void aNameMayEndLikeThem(String text, String name) {
    assertThat(Found.in(text)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          谷歌的 AI Co-Scientist 来了 | ai co-scientist
          谷歌的 Co-Scientist 来了 | ai co-scientist
          他说的 AI Co-Pathologist 来了 | copathologist
          he says that The LoomRunner Suite is here | loomrunnersuite
          the AI LoomRunner is here | loomrunner
          用上 AI Studio 了 | ai studio
          他说的 AI Weft 来了 | aiweft
          """)
  void aNameByItselfHasNoArticle(String text, String name) {
    assertThat(Found.in(text)).contains(name);
  }
}
