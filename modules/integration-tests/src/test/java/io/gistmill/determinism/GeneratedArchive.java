package io.gistmill.determinism;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// An archive of posts made from a seed: some weeks, several authors, shared links, repeats and
/// edits.
public final class GeneratedArchive {

  private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
  private static final List<String> SUBJECTS =
      List.of(
          "a mixture of experts model with eight experts",
          "retrieval-augmented generation over a vector database",
          "一个开源的视频生成模型",
          "用 LoRA 微调大语言模型的教程",
          "a benchmark for speech recognition",
          "机器人抓取的新论文");

  private final SplittableRandom random;
  private final List<Post> written = new ArrayList<>();

  public GeneratedArchive(long seed) {
    random = new SplittableRandom(seed);
  }

  /// @return how many different posts the archive holds
  static int write(Path file, long seed, int posts, int days) throws IOException {
    var archive = new GeneratedArchive(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < posts; i++) {
        Instant published = START.plusSeconds(86_400L * days * i / posts);
        out.write(Json.MAPPER.writeValueAsString(archive.next(i, published)));
        out.write('\n');
      }
    }
    return Math.toIntExact(archive.written.stream().map(Post::id).distinct().count());
  }

  /// @param number of the post, from 0
  public Post next(int number, Instant published) {
    Post post =
        switch (written.isEmpty() ? 9 : random.nextInt(12)) {
          case 0 -> any();
          case 1 -> copy(any(), published, " Corrected in version " + number + ".");
          default -> fresh(number, published);
        };
    written.add(post);
    return post;
  }

  private Post any() {
    return written.get(random.nextInt(written.size()));
  }

  private Post fresh(int number, Instant published) {
    String author = "author" + random.nextInt(20);
    String link = "https://example.org/papers/" + random.nextInt(1 + number / 3);
    String text =
        String.join(
            " ",
            "Post " + number + " by " + author + " is about",
            SUBJECTS.get(random.nextInt(SUBJECTS.size())) + ".",
            "It says " + random.nextInt(1_000_000) + " new things.",
            link);
    return post(PostIds.ofStableId("generated", "n" + number), author, published, text, link);
  }

  private static Post copy(Post post, Instant published, String addition) {
    return post(
        post.id(), post.author(), published, post.text() + addition, post.links().getFirst());
  }

  private static Post post(String id, String author, Instant published, String text, String link) {
    return new Post(
        id,
        new Origin("generated", null),
        author,
        author,
        published,
        false,
        null,
        null,
        text,
        List.of(),
        List.of(),
        List.of(link));
  }
}
