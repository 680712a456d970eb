package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "用 bf16 和 FP8 跑",
        "量化成 int4、NF4、W4A16，还有 Q4_K_M",
        "一共 400 TFLOPS，120 Hz，80 GB，3 kWh",
        "标价 USD 20",
        "看 ld.global.nc.L1::no_allocate.L2",
        "改 MAX_OPEN_FILES，再调 getNext() 和 optimizer.step(x)",
        "打开 settings.local.json 和 run_all.py",
        "名叫 honoredToShareThatWeHaveNewThings",
        "按 Apache 2.0 放出",
        "按 Apache License 2.0 放出",
        "用 MIT 协议，也有 GPL 3、AGPL-3.0、CC BY 4.0 和 CC BY-NC-SA 4.0"
      })
  void isNoName(String text) {
    assertThat(Found.in(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          新卡 GB200 来了 | gb200
          苹果的 MM1 来了 | mm1
          装了 TF2 没有 | tf/2
          用 DB Browser 打开 | dbbrowser
          跑起 Apache Spark 来 | apache spark
          跑起 Apache Weft 来 | apacheweft
          跟 Apache 基金会谈过 | apache
          MIT 的人说 | mit
          写好 CLAUDE.md 再说 | claudemd
          用 loom.js 写的 | loomjs
          用 weft.cpp 跑的 | weftcpp
          看 loomwright.example(要登录) | loomwrightexample
          看 loomwright.example(Linn Weft 的) | loomwrightexample
          用 o300k_base 分词 | o300k
          """)
  void isAName(String text, String name) {
    assertThat(Found.in(text)).contains(name);
  }
}
