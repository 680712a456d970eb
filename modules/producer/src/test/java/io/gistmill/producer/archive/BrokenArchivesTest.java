package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gistmill.producer.archive.ArchiveItem.Reject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that is not what it should be.
class BrokenArchivesTest {

  private static final String SOUND = "### 1\n\nOrla Finch @orlafinch 2024-03-09\n\nfine\n\n";

  @TempDir Path folder;

  private Path sound() {
    return file("sound.md", SOUND);
  }

  private Path file(String name, String text) {
    return Reading.file(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] join(Object... parts) {
    var bytes = new ByteArrayOutputStream();
    for (Object part : parts) {
      bytes.writeBytes(
          part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /// The archive is refused as a whole, and the sound one behind it is read all the same.
  private void isRefused(Path archive, String... words) {
    Reading reading = Reading.of(archive, sound());

    assertThat(reading.results.getFirst().failureReason()).contains(words);
    assertThat(reading.results.getFirst().failure()).isPresent();
    assertThat(reading.rejects).hasSize(1);
    Reject reject = reading.rejects.getFirst();
    assertThat(reject.line()).isZero();
    assertThat(reject.archive()).isEqualTo(archive.toString());
    assertThat(reading.results.getLast().posts()).isEqualTo(1);
    assertThat(reading.post(1).text()).isEqualTo("fine");
  }

  @Test
  void anEmptyFileIsRefused() {
    isRefused(file("a.md", ""), "is empty", "export");
  }

  @Test
  void aMissingFileIsRefused() {
    isRefused(folder.resolve("none.md"), "does not exist", "spelling");
  }

  @Test
  void aFolderIsRefused() throws IOException {
    isRefused(Files.createDirectory(folder.resolve("posts.md")), "is a folder", "name the files");
  }

  @Test
  void aBinaryFileIsRefused() {
    isRefused(Reading.file(folder, "a.md", new byte[] {'#', 0, 1, 2, 3}), "binary", ".md");
  }

  @Test
  void anotherEncodingIsNamed() {
    isRefused(Reading.file(folder, "a.md", join(new byte[] {-1, -2}, "x")), "UTF-16", "iconv");
  }

  @Test
  void aCompressedFileIsNamed() {
    isRefused(
        Reading.file(folder, "a.md", new byte[] {0x1F, (byte) 0x8B, 8, 0}), "compressed", "unpack");
  }

  @Test
  void markdownWithoutBlocksIsRefused() {
    isRefused(file("a.md", "# Notes\n\nOrla Finch @orlafinch 2024-03-09\n\ntext\n"), "### 1");
  }

  @Test
  void blankJsonLinesAreRefused() {
    isRefused(file("a.jsonl", "\n \n"), "blank lines only");
  }

  @Test
  void anUnreadableFileIsRefused() throws IOException {
    Path archive = file("a.md", SOUND);
    assumeTrue(
        archive.toFile().setReadable(false) && !Files.isReadable(archive),
        "the tests run as root here");

    isRefused(archive, "may not be read", "chmod");
  }

  /// A file system that was closed throws what no reader expects.
  @Test
  void anArchiveThatThrowsIsRefusedAndTheOthersAreRead() throws IOException {
    Path zip = folder.resolve("posts.zip");
    Path archive;
    try (var closed = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      archive = Files.writeString(closed.getPath("/a.md"), SOUND);
    }

    isRefused(archive, "/a.md", "ClosedFileSystemException", "report");
  }

  @Test
  void whatTheSinkThrowsEndsTheReading() {
    var full = new IllegalStateException("the disk is full");
    List<Path> archives = List.of(sound());
    var settings = new ArchiveSettings(Reading.ZONE);

    assertThatThrownBy(
            () ->
                Archives.read(
                    archives,
                    settings,
                    item -> {
                      throw full;
                    }))
        .isSameAs(full);
  }

  @Test
  void aBlockWithInvalidUtf8IsARejectWithItsLine() {
    Path archive =
        Reading.file(
            folder,
            "a.md",
            join(
                SOUND,
                "### 2\n\nReed @reed 2024-03-09\n\nfirst\n",
                new byte[] {'b', (byte) 0xFF, 'd', '\n'},
                SOUND));

    Reading reading = Reading.of(archive);

    assertThat(reading.posts()).extracting(post -> post.origin().ordinal()).containsExactly(1L, 3L);
    assertThat(reading.rejects).hasSize(1);
    assertThat(reading.rejects.getFirst().line()).isEqualTo(12);
    assertThat(reading.rejects.getFirst().reason()).contains("UTF-8");
    assertThat(reading.rejects.getFirst().excerpt()).isEqualTo("b\uFFFDd");
  }

  @Test
  void aJsonLineWithInvalidUtf8IsARejectWithItsLine() {
    String line = "{\"text\":\"fine\",\"published\":\"2024-03-09\"}\n";
    Path archive =
        Reading.file(
            folder, "a.jsonl", join(line, "{\"text\":\"", new byte[] {(byte) 0xC3}, "\"}\n", line));

    Reading reading = Reading.of(archive);

    assertThat(reading.posts()).hasSize(2);
    assertThat(reading.rejects).extracting(Reject::line).containsExactly(2L);
  }

  @Test
  void zeroBytesDeepInTheFileCostOnlyTheirBlock() {
    String filling = SOUND.repeat(400);
    Path archive =
        Reading.file(folder, "a.md", join(filling, "### 9\n\nx", new byte[] {0}, "y\n\n", SOUND));

    Reading reading = Reading.of(archive);

    assertThat(reading.posts()).hasSize(401);
    assertThat(reading.rejects).hasSize(1);
    assertThat(reading.rejects.getFirst().reason()).contains("NUL");
  }

  @Test
  void anEmptyBlockIsAReject() {
    Reading reading = Reading.of(file("a.md", SOUND + "### 2\n\n \n### 3\n" + SOUND));

    assertThat(reading.posts()).extracting(post -> post.origin().ordinal()).containsExactly(1L, 4L);
    assertThat(reading.rejects).extracting(Reject::line).containsExactly(7L, 10L);
  }

  @Test
  void wordsBeforeTheFirstBlockAreARejectThatTakesNoOrdinal() {
    Reading reading = Reading.of(file("a.md", "# Title\n\nlost words\n\n" + SOUND));

    assertThat(reading.post(1).text()).isEqualTo("fine");
    assertThat(reading.rejects.getFirst().reason()).contains("before the first line");
    assertThat(reading.rejects.getFirst().excerpt()).contains("lost words");
  }

  @Test
  void aTitleBeforeTheFirstBlockIsNoDamage() {
    Reading reading = Reading.of(file("a.md", "---\ntitle: Posts\n---\n\n# Title\n\n" + SOUND));

    assertThat(reading.rejects).isEmpty();
    assertThat(reading.posts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void lineEndsAndByteOrderMarkDoNotMatter(String end) {
    String text =
        "\uFEFF"
            + (SOUND + SOUND + "### 2\n\nReed\n@reed\n2024-03-10\none\n\ntwo\n").replace("\n", end);

    Reading reading = Reading.of(file("a.md", text));

    assertThat(reading.rejects).isEmpty();
    assertThat(reading.posts()).hasSize(3);
    assertThat(reading.post(3).text()).isEqualTo("one\n\ntwo");
    assertThat(reading.read).extracting(ArchiveItem.ReadPost::line).containsExactly(1L, 7L, 13L);
  }

  @Test
  void withoutExtensionTheFirstSignDecides() {
    Path json = file("posts", "\n {\"text\":\"a\",\"published\":\"2024-03-09\"}\n");
    Path markdown = file("notes.txt", SOUND);

    Reading reading = Reading.of(json, markdown);

    assertThat(reading.posts()).extracting(post -> post.text()).containsExactly("a", "fine");
  }

  @Test
  void ordinalsRunThroughAllArchives() {
    Reading reading =
        Reading.of(
            file("a.md", SOUND + "### 2\n\n"), folder.resolve("none.md"), file("b.md", SOUND));

    assertThat(reading.posts()).extracting(post -> post.origin().ordinal()).containsExactly(1L, 3L);
    assertThat(reading.posts().getFirst().id()).isEqualTo(reading.posts().getLast().id());
    assertThat(reading.results).extracting(ArchiveResult::posts).containsExactly(1L, 0L, 1L);
    assertThat(reading.results).extracting(ArchiveResult::rejects).containsExactly(1L, 1L, 0L);
  }

  /// 50 MB in one post, in many lines and in one: rejected, while memory holds a few times the
  /// limit of a post's size.
  @ParameterizedTest
  @ValueSource(strings = {"many.md", "one.md", "many.jsonl"})
  void aHugePostIsARejectInBoundedMemory(String name) throws IOException {
    Path archive = folder.resolve(name);
    boolean json = name.endsWith(".jsonl");
    String sound = json ? "{\"text\":\"fine\",\"published\":\"2024-03-09\"}\n" : SOUND;
    try (OutputStream out = Files.newOutputStream(archive)) {
      out.write(join(sound, json ? "{\"text\":\"" : "### 2\n\nReed @reed 2024-03-09\n\n"));
      byte[] chunk = join("word ".repeat(2000), name.startsWith("many") && !json ? "\n" : " ");
      for (int i = 0; i < 5000; i++) {
        out.write(chunk);
      }
      out.write(join(json ? "\"}\n" : "\n", sound));
    }
    var memory = new Peak();

    Reading reading = new Reading();
    ArchiveResult result =
        Archives.read(
                List.of(archive),
                new ArchiveSettings(Reading.ZONE),
                new ArchiveSink() {
                  @Override
                  public void accept(ArchiveItem item) {
                    reading.accept(item);
                  }

                  @Override
                  public void progress(long bytes, long of) {
                    reading.progress(bytes, of);
                    memory.look();
                  }
                })
            .getFirst();

    assertThat(result.posts()).isEqualTo(2);
    assertThat(reading.rejects).hasSize(1);
    assertThat(reading.rejects.getFirst().line()).isEqualTo(json ? 2 : 7);
    assertThat(reading.rejects.getFirst().reason())
        .contains("longer than 262144 bytes", "split")
        .doesNotContain("raise");
    assertThat(reading.rejects.getFirst().excerpt()).hasSizeBetween(20, 200);
    assertThat(reading.progress).hasSizeGreaterThan(40).isSorted().endsWith(Files.size(archive));
    assertThat(reading.total).isEqualTo(Files.size(archive));
    assertThat(memory.bytes()).isLessThan(16L * 1024 * 1024);
  }

  /// Live heap beyond what lived at the start.
  private static final class Peak {

    private final long start = live();
    private long most;
    private int looks;

    void look() {
      if (looks++ % 10 == 0) {
        most = Math.max(most, live() - start);
      }
    }

    long bytes() {
      return most;
    }

    private static long live() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }

  @Test
  @Timeout(60)
  void hostileTextIsReadInReasonableTime() {
    String[] hostile = {
      "『".repeat(80_000),
      "1『（".repeat(25_000),
      " ".repeat(250_000) + "x",
      "@".repeat(250_000),
      "https://a](".repeat(20_000),
      "a @b\n\n".repeat(40_000),
      "2024-".repeat(50_000),
      "\\".repeat(250_000),
      "Ada Q\n".repeat(40_000),
      "12:34 · ".repeat(25_000)
    };
    var text = new StringBuilder();
    Arrays.stream(hostile)
        .forEach(
            evil -> text.append("### 1\n\nReed @reed 2024-03-09\n\n").append(evil).append("\n\n"));

    Reading reading = Reading.of(file("a.md", text.toString()));

    assertThat(reading.posts().size() + reading.rejects.size()).isEqualTo(hostile.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fy @fy",
        "Fy Onley @fy 2024-03-08",
        "Fy Onley @fy 2024-03-08\n\n```\n```",
        "Fy Onley @fy 2024-03-08\n\n```java\n\n```\n",
        "Fy Onley @fy 2024-03-08\n\n\u200B"
      })
  void aBlockWithoutALineOfTextIsRejected(String block) {
    // given
    Path archive = file("a.md", "### 6\n\n" + block + "\n\n" + SOUND);

    // when
    Reading reading = Reading.of(archive);

    // then
    assertThat(reading.rejects).hasSize(1);
    assertThat(reading.rejects.getFirst().line()).isEqualTo(1);
    assertThat(reading.rejects.getFirst().reason()).contains("the post has no text", "write");
    assertThat(reading.rejects.getFirst().excerpt()).startsWith("Fy");
    assertThat(reading.post(2).text()).isEqualTo("fine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a",
        "1『worth a try（2023-12-09）』",
        "Ada Byron @adabyron 2024-03-07\n\nQuoted words.",
        "https://x.com/fy/status/1798000000000000000",
        "```\nint a;\n```",
        "！"
      })
  void aBlockThatHoldsAnythingIsAPost(String body) {
    // given
    Path archive = file("a.md", "### 6\n\nFy Onley @fy 2024-03-08\n\n" + body + "\n\n" + SOUND);

    // when
    Reading reading = Reading.of(archive);

    // then
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.posts()).hasSize(2);
  }
}
