package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github 每日一推 day 127",
        "每日一个 ai 工具｜第 12 期",
        "ai 工具推荐 no.45",
        "今日论文 | 2025-02-20",
        "每周精读（08）",
        "来源：织机周刊",
        "photo: mio tarn",
        "大家好，我是阿木",
        "以上就是今天的全部内容，明天见。",
        "you are receiving this email because you signed up.",
        "this week is brought to you by loomcloud."
      })
  void saysNothingOfTheSubject(String sentence) {
    assertThat(Padding.is(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "墨鹭科技开源了第 3 代织机",
        "推荐一个织布的工具",
        "heronfold 2025 年 3 月上线",
        "by the end of the year every loom will have a log that can be read by anybody",
        "图片模型快了三倍",
        "墨鹭今天发布 heronfold 4.5",
        "推荐 heronfold 3.1",
        "图/视频生成模型 heronfold 2.2 开源",
        "sources: norquell to buy heronfold",
        "新芯片将首发于这台织机，跑分已经出来了",
        "paid subscription plans now include looms",
        "今天给大家好好讲讲织机",
        "我们下周发布新的织机"
      })
  void saysSomething(String sentence) {
    assertThat(Padding.is(sentence)).isFalse();
  }
}
