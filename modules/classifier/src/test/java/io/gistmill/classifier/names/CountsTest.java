package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WeftRunner 20 美元一个月",
        "WeftRunner 19.9 美元一个月",
        "WeftRunner 35 刀，别的不要钱",
        "WeftRunner 200 块",
        "WeftRunner 5 欧元",
        "WeftRunner 12 期",
        "WeftRunner 8 卡就能跑",
        "WeftRunner 100 道题做对一半",
        "WeftRunner 12 日发布",
        "WeftRunner 3 小时跑完",
        "WeftRunner 40.7%",
        "WeftRunner 7/10",
        "WeftRunner 24/7",
        "WeftRunner 20/月",
        "WeftRunner 20/month",
        "WeftRunner 128K",
        "WeftRunner 20 dollars a month",
        "WeftRunner 19.99 USD",
        "WeftRunner 3 months later",
        "WeftRunner 3-month plan",
        "WeftRunner 40 tokens per second",
        "WeftRunner 100 users",
        "WeftRunner 80 GB"
      })
  void aCountIsNoRelease(String text) {
    assertThat(Found.in(text)).containsExactly("weftrunner");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WeftRunner 4 系列 | weftrunner/4
          WeftRunner 3 模型 | weftrunner/3
          WeftRunner 3 部署在本地 | weftrunner/3
          WeftRunner 3 家族 | weftrunner/3
          WeftRunner 3 号称最快 | weftrunner/3
          WeftRunner 3 分析了合同 | weftrunner/3
          WeftRunner 3 周四发布 | weftrunner/3
          WeftRunner 16 核心升级 | weftrunner/16
          WeftRunner 18 折叠版 | weftrunner/18
          WeftRunner 4 字写对了 | weftrunner/4
          WeftRunner 1.6 元旦上线 | weftrunner/1.6
          WeftRunner 3.5 分两步 | weftrunner/3.5
          WeftRunner 4 users complain | weftrunner/4
          WeftRunner 11 users complain | weftrunner/11
          WeftRunner 3 models are out | weftrunner/3
          WeftRunner 2.5 72B | weftrunner/2.5 72b
          WeftRunner 5s | weftrunner/5s
          """)
  void aReleaseIsNoCount(String text, String name) {
    assertThat(Found.in(text)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WeftRunner 2/3 | weftrunner/2;weftrunner/3
          WeftRunner 15/16 | weftrunner/15;weftrunner/16
          WeftRunner 3.5/4 | weftrunner/3.5;weftrunner/4
          WeftRunner 2.5 Pro/Flash | weftrunner/2.5 pro;weftrunner/2.5 flash
          WeftRunner 3 8B/70B | weftrunner/3 8b;weftrunner/3 70b
          WeftRunner 3.5 Sonnet/3 Opus | weftrunner/3.5 sonnet;weftrunner/3 opus
          """)
  void releasesWithSlashesBetweenThemAreSeveral(String text, String releases) {
    assertThat(Found.in(text))
        .filteredOn(name -> name.startsWith("weftrunner/"))
        .containsExactlyInAnyOrder(releases.split(";"));
  }
}
