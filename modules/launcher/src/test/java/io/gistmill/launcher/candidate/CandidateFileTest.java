package io.gistmill.launcher.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.ClassifierSet;
import io.gistmill.classifier.Thresholds;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Fixed;
import io.gistmill.launcher.CommandRun;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateFileTest {

  private static final String OWN =
      """
      topics:
        - slug: sourdough
          names: {en: Sourdough}
          definition: {en: Bread with wild yeast.}
          terms:
            - {weight: 3, en: [sourdough]}
            - {weight: 3, en: [levain]}
      """;

  @TempDir private Path temp = Path.of("");

  @Test
  void partsAndThresholdsComeFromTheFile() throws IOException {
    Files.writeString(temp.resolve("own.yaml"), OWN);

    ClassifierSet set =
        read("classifiers:\n  taxonomy: {add: own.yaml}\nthreshold: 0.6\nthresholds: {rag: 0.8}\n");

    assertThat(set.classifiers())
        .extracting(ClassifierSwitch::classifier)
        .containsExactly("taxonomy");
    assertThat(set.topicNames()).containsEntry("sourdough", "Sourdough");
    assertThat(set.thresholds().general()).isEqualTo(Fixed.of(0.6));
    assertThat(set.thresholds().topics()).containsEntry("rag", Fixed.of(0.8));
  }

  @Test
  void withoutClassifiersAllThatAreInstalledAreOn() throws IOException {
    ClassifierSet set = read("threshold: 0.5\n");

    assertThat(set).isEqualTo(ClassifierSet.standard(InstalledClassifiers.shipped().registry()));
    assertThat(set.thresholds()).isEqualTo(Thresholds.STANDARD);
  }

  @Test
  void versionsFollowFromWhatTheFilesSay() throws IOException {
    Files.writeString(temp.resolve("own.yaml"), OWN);
    String text = "classifiers:\n  taxonomy: {add: own.yaml}\n";
    ClassifierSet first = read(text);

    ClassifierSet again = read("# the same\n" + text);
    Files.writeString(temp.resolve("own.yaml"), OWN.replace("levain", "starter"));
    ClassifierSet other = read(text);

    assertThat(again.version()).isEqualTo(first.version());
    assertThat(other.version()).isNotEqualTo(first.version());
    assertThat(read(text + "thresholds: {rag: 0.9}").version()).isNotEqualTo(other.version());
  }

  @Test
  void aConfigurationMayStandInTheFile() throws IOException {
    ClassifierSet words = read("classifiers: {trained: }");
    ClassifierSet sentences = read("classifiers: {trained: {configuration: sentences}}");

    assertThat(sentences.version()).isNotEqualTo(words.version());
    assertThat(sentences.classifiers().getFirst().configuration()).isEqualTo("sentences");
    assertThatThrownBy(() -> read("classifiers: {trained: {configuration: paragraphs}}"))
        .hasMessageContaining("classifiers.trained: the classifier 'trained' is configured by");
    for (String noText : List.of("", "[sentences]", "{sentences: true}")) {
      assertThatThrownBy(() -> read("classifiers: {trained: {configuration: " + noText + "}}"))
          .hasMessageContaining("classifiers.trained: its configuration should be a text");
    }
  }

  @Test
  void theSampleSetLooksAtSentences() throws IOException {
    Path sample = CommandRun.samples().resolve("sentences.yaml");

    ClassifierSet set = CandidateFile.read(temp.resolve("plugins"), sample).set();

    assertThat(set)
        .isEqualTo(
            read("classifiers: {taxonomy: , trained: {configuration: sentences}}\nthreshold: 0.5"));
  }

  @Test
  void everyMistakeIsNamedWithItsPlace() {
    String text =
        """
        clasifiers: {}
        classifiers:
          taxonomy: {file: missing.yaml}
          oracle:
          trained: {file: a, add: b}
        threshold: 2
        thresholds: {raag: 0.5, rag: much}
        """;

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "clasifiers: unknown; known are",
            "classifiers.taxonomy: there is no file",
            "classifiers.oracle: no classifier is called 'oracle'; known are",
            "classifiers.trained: has add and file",
            "threshold: '2' should be a number between 0 and 1",
            "thresholds.raag: no classifier that is on gives this topic",
            "thresholds.rag: 'much' should be");
  }

  @Test
  void folderOfPluginsThatIsNamedMustBeThere() {
    assertThatThrownBy(() -> read("plugins: absent"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("candidate.yaml: plugins: there is no folder " + temp);
  }

  @Test
  void whatIsNoYamlIsSaid() {
    assertThatThrownBy(() -> read("a: [")).hasMessageContaining("is no YAML");
    assertThatThrownBy(() -> read("just words")).hasMessageContaining("holds no keys");
  }

  private ClassifierSet read(String text) throws IOException {
    Path file = Files.writeString(temp.resolve("candidate.yaml"), text);
    return CandidateFile.read(temp.resolve("plugins"), file).set();
  }
}
