package io.gistmill.launcher.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.model.ModelFile;
import io.gistmill.launcher.CommandRun;
import io.gistmill.launcher.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void modelIsLearntCheckedAndWritten() throws IOException {
    Path model = temp.resolve("own.model");

    CommandRun run = CommandRun.of("train", "--data", Lessons.posts(temp), "--out", model);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("168 examples of 3 topics, any number for each post")
        .containsSubsequence("wrote " + model, "gistmill classify --model", "5 folds", "precision");
    assertThat(model).isNotEmptyFile();
    assertThat(temp.resolve("own.model.part")).doesNotExist();
  }

  @Test
  void stoppedCheckLeavesTheModel() throws IOException {
    Path model = temp.resolve("own.model");
    var err = new StoppedAt("checking on posts");
    CommandLine command = Main.commandLine().setErr(new PrintWriter(err));

    int status =
        command.execute(
            "train", "--data", Lessons.posts(temp).toString(), "--out", model.toString());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(status).as(err.toString()).isEqualTo(3);
    assertThat(err.toString()).contains("the check was stopped; " + model + " is written");
    assertThat(ModelFile.read(model).topics()).hasSize(3);
  }

  @Test
  void stoppedLearningLeavesNothing() throws IOException {
    Path model = temp.resolve("own.model");
    var err = new StoppedAt("learning");
    CommandLine command = Main.commandLine().setErr(new PrintWriter(err));

    int status =
        command.execute(
            "train", "--data", Lessons.posts(temp).toString(), "--out", model.toString());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).contains("gistmill train was stopped");
    assertThat(model).doesNotExist();
  }

  /// Stops the thread that writes some words.
  private static final class StoppedAt extends StringWriter {
    private final String words;

    StoppedAt(String words) {
      this.words = words;
    }

    @Override
    public void write(String text, int start, int length) {
      super.write(text, start, length);
      if (text.contains(words)) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void sameFilesGiveTheSameBytes() throws IOException {
    Path data = Lessons.classes(temp);
    Path one = temp.resolve("one.model");
    Path other = temp.resolve("other.model");

    CommandRun first =
        CommandRun.of("train", "--data", data, "--out", one, "--no-check", "--single");
    CommandRun.of("train", "--data", data, "--out", other, "--no-check");

    assertThat(first.out()).contains("exactly one for each post").doesNotContain("folds");
    assertThat(one).hasSameBinaryContentAs(other);
  }

  @Test
  void wordsAloneMakeAnotherModel() throws IOException {
    Path data = Lessons.classes(temp);
    Path words = temp.resolve("words.model");
    Path sentences = temp.resolve("sentences.model");

    CommandRun without =
        CommandRun.of("train", "--data", data, "--out", words, "--no-check", "--embed", "no");
    CommandRun with =
        CommandRun.of("train", "--data", data, "--out", sentences, "--no-check", "--embed", "yes");

    assertThat(without.status()).as(without.err()).isZero();
    assertThat(without.err()).doesNotContain("sentences");
    assertThat(with.status()).as(with.err()).isZero();
    assertThat(with.err()).contains("learning, from sentences too");
    assertThat(ModelFile.read(words).sentences()).isFalse();
    assertThat(ModelFile.read(sentences).sentences()).isTrue();
  }

  @Test
  void thinTopicsAreNamed() throws IOException {
    Path data = Lessons.classes(temp);
    Path more = Files.writeString(temp.resolve("more.tsv"), "a lone kite in the wind\tkites\n");

    CommandRun run =
        CommandRun.of("train", "--data", data, more, "--out", temp.resolve("m"), "--no-check");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("fewer than 20 examples: kites 1\n");
  }

  @Test
  void mistakesLeaveTheOldModelAlone() throws IOException {
    Path model = Files.writeString(temp.resolve("old.model"), "old");
    Path data = Files.writeString(temp.resolve("bad.jsonl"), "{\"text\":\"a\"}\n{\n");

    CommandRun run = CommandRun.of("train", "--data", data, "--out", model);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("bad.jsonl, line 1: ", "bad.jsonl, line 2: ");
    assertThat(model).hasContent("old");
  }

  @Test
  void nothingToTellApartIsAMistake() throws IOException {
    Path data = Files.writeString(temp.resolve("few.tsv"), "a\tone\nb\tone\n");

    CommandRun run = CommandRun.of("train", "--data", data, "--out", temp.resolve("m"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there are 2 examples; at least 10 are needed");
    assertThat(temp.resolve("m")).doesNotExist();
  }

  @Test
  void singleRefusesPostsWithSeveralTopics() throws IOException {
    CommandRun run =
        CommandRun.of(
            "train", "--single", "--data", Lessons.posts(temp), "--out", temp.resolve("m"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("posts.jsonl, line 1: the post has 2 topics; leave it one");
  }

  @Test
  void placesThatCannotTakeAModelAreNamed() throws IOException {
    Path data = Lessons.classes(temp);

    assertRefused(CommandRun.of("train", "--data", data, "--out", temp), "is a folder");
    assertRefused(
        CommandRun.of("train", "--data", data, "--out", temp.resolve("no/m")),
        "there is no folder");
    assertRefused(CommandRun.of("train", "--data", data, "--out", data), "would be replaced");
    assertRefused(
        CommandRun.of("train", "--data", temp.resolve("absent"), "--out", temp.resolve("m")),
        "absent does not exist");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void folderThatTakesNoFileIsNamedBeforeAnythingIsLearnt() throws IOException {
    CommandRun run =
        CommandRun.of("train", "--data", Lessons.classes(temp), "--out", "/proc/own.model");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsAnyOf("/proc/own.model cannot be made", "cannot be written to");
  }

  @Test
  void oneTopicIsOne() throws IOException {
    Path data = Files.writeString(temp.resolve("few.tsv"), "a\tone\n");

    CommandRun run = CommandRun.of("train", "--data", data, "--out", temp.resolve("m"));

    assertThat(run.out()).startsWith("1 example of 1 topic, exactly one for each post");
  }

  private static void assertRefused(CommandRun run, String reason) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(reason);
  }
}
