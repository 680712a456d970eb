package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.producer.archive.ArchiveItem;
import io.gistmill.producer.archive.ArchiveResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

  private final Complaints complaints = new Complaints();

  @Test
  void soundArchivesGiveNone() {
    assertThat(complaints.about(List.of(new ArchiveResult("a.md", 3, 0, null)), 0)).isEmpty();
  }

  @Test
  void brokenArchiveSpeaksForItself() {
    complaints.note(reject("a.md", 0, "a.md is empty"));

    List<String> lines =
        complaints.about(List.of(new ArchiveResult("a.md", 0, 1, "a.md is empty")), 0);

    assertThat(lines).containsExactly("a.md is empty");
  }

  @Test
  void firstPostStandsForTheOthers() {
    complaints.note(reject("a.md", 12, "too long"));
    complaints.note(reject("a.md", 40, "no date"));
    complaints.note(reject("a.md", 50, "no date"));
    complaints.note(reject("b.md", 7, "no text"));

    List<String> lines =
        complaints.about(
            List.of(new ArchiveResult("a.md", 5, 3, null), new ArchiveResult("b.md", 5, 1, null)),
            0);

    assertThat(lines)
        .containsExactly(
            "a.md, line 12: too long (and 2 more that could not be used, see rejects.jsonl)",
            "b.md, line 7: no text");
  }

  @Test
  void whatThePipelineRefusedIsCounted() {
    assertThat(complaints.about(List.of(), 2)).singleElement().asString().startsWith("2 posts");
  }

  private static ArchiveItem.Reject reject(String archive, long line, String reason) {
    return new ArchiveItem.Reject(archive, line, reason, "");
  }
}
