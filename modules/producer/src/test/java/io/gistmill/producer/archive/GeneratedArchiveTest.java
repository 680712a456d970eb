package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Archives made up from a seed: what was written into them comes out again, nothing merged,
/// nothing lost.
class GeneratedArchiveTest {

  private static final int BLOCKS = 60;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  private record Written(
      String name,
      String handle,
      LocalDate day,
      String text,
      List<Quote> quoted,
      List<String> notes) {}

  private static final class Writer {

    private static final String[] NAMES = {
      "Orla Finch", "青石", "Reed/芦苇", "Kite Lab", "linden", "阿川（山里）", "Ada (AQ) Quill", "Marisol 🐚"
    };
    private static final String[] WORDS = {
      "潮汐",
      "模型",
      "tide",
      "pool",
      "的",
      "地图",
      "survey",
      "很好",
      "2024",
      "v1.5",
      "https://tide.example/a",
      "#tag",
      "（注）"
    };

    private final Random random;
    private final StringBuilder archive = new StringBuilder();
    private final List<Written> written = new ArrayList<>();
    private LocalDate day = LocalDate.of(2024, 2, 20);

    Writer(long seed) {
      random = new Random(seed);
    }

    private String pick(String... of) {
      return of[random.nextInt(of.length)];
    }

    private String sentence() {
      var words = new ArrayList<String>(List.of("Noted:"));
      int count = 3 + random.nextInt(12);
      for (int i = 0; i < count; i++) {
        words.add(pick(WORDS));
      }
      return String.join(" ", words) + pick(".", "。", "！", "");
    }

    private String text() {
      var lines = new ArrayList<String>();
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        lines.add(sentence());
      }
      return String.join(pick("\n", "\n\n"), lines);
    }

    private String header(String name, String handle) {
      String date = day.toString();
      String gap = pick("\n", "\n\n", "\n\n\n");
      return switch (random.nextInt(6)) {
        case 0 -> name + " @" + handle + " " + date;
        case 1 -> date + gap + name + gap + "@" + handle;
        case 2 -> name + gap + "@" + handle + gap + date;
        case 3 -> name + " @" + handle + gap + date;
        case 4 -> date + gap + name + " @" + handle;
        default -> name + " @" + handle + " " + date.replace('-', '/');
      };
    }

    private void block() {
      day = day.plusDays(random.nextInt(4) - 1);
      String name = pick(NAMES);
      String handle = "acc" + random.nextInt(100);
      String text = text();
      archive.append("### ").append(random.nextInt(30)).append(pick("\n", "\n\n"));
      archive
          .append(header(name, handle))
          .append("\n\n")
          .append(text.replace("#", "\\#"))
          .append('\n');
      var quoted = new ArrayList<Quote>();
      int quotes = Math.max(0, random.nextInt(5) - 2);
      for (int i = 0; i < quotes; i++) {
        quoted.add(quote());
      }
      var notes = new ArrayList<String>();
      if (random.nextInt(4) == 0) {
        notes.add("看过" + pick("了", "，\n还行") + "（2024-03-0" + (1 + random.nextInt(9)) + "）");
        archive
            .append('\n')
            .append(pick("", "1", "23"))
            .append('『')
            .append(notes.getFirst())
            .append("』\n");
      }
      archive.append(pick("", "\n", "\n\n\n"));
      written.add(new Written(name, handle, day, text, quoted, notes));
    }

    private Quote quote() {
      var quote = new Quote(pick(NAMES), "quoted" + random.nextInt(100), null, text());
      archive.append('\n').append(quote.author()).append(pick(" ", "\n"));
      archive.append('@').append(quote.handle()).append('\n').append(pick("", "\n12月5日\n", "\n"));
      archive.append(quote.text().replace("#", "\\#")).append('\n');
      return quote;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatWasWrittenComesOut(long seed) {
    var writer = new Writer(seed);
    for (int i = 0; i < BLOCKS; i++) {
      writer.block();
    }

    Reading reading = Reading.ofText(folder, "made.md", writer.archive.toString());

    assertThat(reading.rejects).as("seed %s", seed).isEmpty();
    assertThat(reading.posts().stream().map(GeneratedArchiveTest::written))
        .as("seed %s", seed)
        .containsExactlyElementsOf(writer.written);
  }

  private static Written written(Post post) {
    String handle = post.handle() == null ? "" : post.handle();
    return new Written(
        post.author(), handle, Reading.day(post), post.text(), post.quoted(), post.notes());
  }

  /// Any cut through an archive still gives posts or rejects for every block, and no crash.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damageNeverCostsOtherBlocks(long seed) {
    var writer = new Writer(seed);
    for (int i = 0; i < BLOCKS; i++) {
      writer.block();
    }
    var random = new Random(seed);
    var text = new StringBuilder(writer.archive);
    for (int i = 0; i < 40; i++) {
      int at = random.nextInt(text.length());
      if ("#\n".indexOf(text.charAt(at)) < 0) {
        text.setCharAt(at, "0 @-:『』`\\".charAt(random.nextInt(9)));
      }
    }
    long blocks = text.toString().lines().filter(line -> line.matches("### \\d+")).count();

    Reading reading = Reading.ofText(folder, "torn.md", text.toString());

    assertThat(reading.posts().size() + reading.rejects.size())
        .as("seed %s", seed)
        .isBetween((int) blocks, BLOCKS + 1);
    assertThat(reading.posts().size()).as("seed %s", seed).isGreaterThanOrEqualTo((int) blocks);
  }
}
