package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ZH    | 今天把旧水车修好了，磨出来的面粉很细。
          ZH    | 用 Watermill 和 Grinder 两个工具，把整座磨坊的流程重新做了一遍
          ZH    | 你好
          ZH    | 看这里 https://mill.example/a/very/long/address/in/english/letters @someone_else `int x = compute(y)`
          EN    | The old water mill grinds finer flour than ever.
          EN    | It's the miller's day: 水 means water, and so we learn a few words every single day here
          MIXED | The mill 磨坊今天 opens at noon 请大家 come early
          OTHER | Старая мельница снова работает
          OTHER | 水車がまた動き始めました
          OTHER | 東京の水車小屋で小麦粉を挽いています
          OTHER | 물레방아가 다시 돌아간다
          OTHER | 12345 !!! 🚀
          OTHER | ''
          OTHER | https://mill.example/only-a-link
          """)
  void tellsTheMainLanguage(Language language, String text) {
    assertThat(language(TestPosts.post("p", text))).isEqualTo(language);
  }

  @Test
  void readsTheTitleTooAndLeavesCodeOut() {
    assertThat(language(TestPosts.titled("水车重新转动起来了", "OK"))).isEqualTo(Language.ZH);
    assertThat(
            language(TestPosts.post("p", "看代码\n```\nfor each stone in mill turn the stone\n```\n")))
        .isEqualTo(Language.ZH);
  }

  @Test
  void brokenTextIsHarmless() {
    String text = "\uD800水车\uDC00`".repeat(50_000) + "@".repeat(50_000) + "```".repeat(50_000);

    assertThat(language(TestPosts.post("p", text))).isEqualTo(Language.ZH);
  }

  private static Language language(Post post) {
    return LanguageDetector.of(Prose.of(post));
  }
}
