package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he said \"honoured to share\" again",
        "he said \"Honoured to share\" again",
        "he said \"Thank you for watching\" again",
        "he said \"We are never going back to the old mill.\" again",
        "he said \"somewhat\" again",
        "他说“这台磨坊转得不错，就是慢了一点”",
        "他说“这台磨坊转得不错！”",
        "他说“一句没有停顿也没有标点却长得让人喘不过气来的话”"
      })
  void speechIsNoTitle(String text) {
    assertThat(Found.in(text)).noneMatch(name -> name.startsWith("《"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          read "Grinding Slowly, Grinding Fine" today | 《grindingslowlygrindingfine
          read "Who Grinds the Grain?" today | 《whogrindsthegrain
          read "Grinding attacks on water wheels" today | 《grindingattacksonwaterwheels
          read "What are mills" today | 《whataremills
          read "Sleeper mills" today | 《sleepermills
          tried "loom2-chatbot" today | 《loom2chatbot
          读了“磨坊为什么要转得这么慢” | 《磨坊为什么要转得这么慢
          读了《磨坊转得不错，就是慢了一点》 | 《磨坊转得不错就是慢了一点
          """)
  void aTitleIsAName(String text, String name) {
    assertThat(Found.in(text)).contains(name);
  }
}
