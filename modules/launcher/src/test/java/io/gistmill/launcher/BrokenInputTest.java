package io.gistmill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BrokenInputTest {

  private static final int FIFTY_MEGABYTES = 50_000_000;

  @TempDir Path temp;
  private Path out = Path.of("");
  private Path empty = Path.of("");
  private Path binary = Path.of("");
  private Path folder = Path.of("");
  private Path missing = Path.of("");

  @BeforeEach
  void breakInput() throws IOException {
    out = temp.resolve("out");
    empty = Files.createFile(temp.resolve("empty.md"));
    binary = Files.write(temp.resolve("picture.md"), new byte[] {(byte) 0x89, 'P', 0, 1, 2, 3});
    folder = Files.createDirectory(temp.resolve("folder"));
    missing = temp.resolve("missing.md");
  }

  @Test
  void soundPostsComeOutAndEveryDamageIsNamed() throws IOException {
    Path huge = huge();
    Path latin = notUtf8();
    Path sound = sound();

    CommandRun run =
        CommandRun.of("replay", empty, binary, huge, latin, missing, folder, sound, "--out", out);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.complaints())
        .satisfiesExactly(
            line -> assertThat(line).contains(empty + " is empty; export the posts again"),
            line -> assertThat(line).contains(binary + " is a binary file", "give a Markdown"),
            line ->
                assertThat(line).contains(huge + ", line 3: the post is longer than", "shorten"),
            line -> assertThat(line).contains(latin.toString(), "UTF-8"),
            line -> assertThat(line).contains(missing + " does not exist; check the spelling"),
            line -> assertThat(line).contains(folder + " is a folder; name the files in it"));
    assertThat(run.out()).startsWith((posts().size() + rejects().size()) + " in = ");
    assertThat(posts())
        .extracting(post -> post.get("text").asString())
        .contains(
            "A sound post about the Tern router.",
            "Before the giant.",
            "After the giant.",
            "Half a character: ?.");
    assertThat(rejects())
        .extracting(reject -> reject.get("where").asString())
        .contains(
            empty.toString(),
            binary.toString(),
            huge.toString(),
            latin.toString(),
            missing.toString(),
            folder.toString());
    assertThat(rejects()).allMatch(reject -> reject.get("reason").asString().length() > 10);
    assertThat(out.resolve("digests/daily/2025-05-06/all.md")).isRegularFile();
  }

  @Test
  void nothingButBrokenArchivesGivesNoDigests() throws IOException {
    Files.createDirectories(out.resolve("digests/daily/2020-01-01"));

    CommandRun run = CommandRun.of("replay", empty, binary, missing, folder, "--out", out);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.complaints()).hasSize(4);
    assertThat(run.out()).startsWith("4 in = 0 posts + 0 duplicates + 4 rejects");
    assertThat(out.resolve("digests/daily")).doesNotExist();
    assertThat(rejects()).hasSize(4);
  }

  private Path huge() throws IOException {
    return write(
        "huge.jsonl",
        line("Before the giant.")
            + line("Half a character: \\ud83e.")
            + line("x".repeat(FIFTY_MEGABYTES))
            + line("After the giant."));
  }

  private Path notUtf8() throws IOException {
    String text = "### 1\n\nOde Finch @ode 2025-05-06\n\nCaf\u00e9 au lait.\n";
    return Files.write(temp.resolve("latin.md"), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path sound() throws IOException {
    return write(
        "sound.md",
        "### 1\n\nMaren Quill @mquill 2025-05-06\n\nA sound post about the Tern router.\n");
  }

  private static String line(String text) {
    return """
    {"author":"Maren Quill","published":"2025-05-06T08:00:00Z","text":"%s"}
    """
        .formatted(text);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text, StandardCharsets.UTF_8);
  }

  private List<JsonNode> posts() throws IOException {
    return lines("posts.jsonl");
  }

  private List<JsonNode> rejects() throws IOException {
    return lines("rejects.jsonl");
  }

  private List<JsonNode> lines(String name) throws IOException {
    return Files.readAllLines(out.resolve(name), StandardCharsets.UTF_8).stream()
        .map(Json.MAPPER::readTree)
        .toList();
  }
}
