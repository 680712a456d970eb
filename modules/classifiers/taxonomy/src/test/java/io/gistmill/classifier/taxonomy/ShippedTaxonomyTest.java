package io.gistmill.classifier.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.ClassifierFactory;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedTaxonomyTest {

  private static final Taxonomy SHIPPED = Taxonomy.shipped();

  @Test
  void holdsTwentySixTopicsInChineseAndEnglish() {
    assertThat(SHIPPED.topics()).hasSize(26);
    assertThat(SHIPPED.topics())
        .allSatisfy(
            topic -> {
              assertThat(topic.names()).containsOnlyKeys("en", "zh");
              assertThat(topic.definitions()).containsOnlyKeys("en", "zh");
              assertThat(topic.terms()).hasSizeGreaterThan(30);
            });
  }

  @Test
  void isFoundByTheServiceLoader() {
    List<String> ids =
        ServiceLoader.load(ClassifierFactory.class).stream()
            .map(provider -> provider.get().id())
            .toList();

    assertThat(ids).containsExactly("taxonomy@1");
  }

  @Test
  void namesItsTopicsInOrder() {
    var topics = new TaxonomyClassifierFactory().topics();

    assertThat(topics).hasSize(26).contains("rag", "moe", "3d");
    assertThat(List.copyOf(topics)).isSorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rag | We moved our handbook into a vector database and rerank the chunks before answering.
          rag | 周末把维修手册放进向量数据库，做了一个检索增强生成的小助手。
          moe | A sparse mixture-of-experts layer sends every token to two experts.
          moe | 混合专家模型里，路由怎样把词元分给专家？
          training | Fine-tuning with QLoRA on a small preference data set, then DPO.
          training | 用指令微调和奖励模型训练一个小助手的全过程。
          efficient-inference | Speculative decoding doubles the speed of llama.cpp on my old machine.
          video-generation | 文生视频的镜头越来越稳，这支 AI短片只用了一个下午。
          image-generation | A ComfyUI workflow with ControlNet for posters.
          speech-audio | 声音克隆加语音合成，十分钟做出一段配音。
          robotics | The humanoid robot folds shirts with its new dexterous hand.
          hardware | 新款显卡用上了更先进的制程，显存芯片也换了。
          translation | 我的翻译提示词：先直译，再意译。
          papers | The paper on arXiv comes with an ablation study.
          3d | Gaussian splatting turns twenty photos into a 3D scene.
          """)
  void givesTheTopicThatAPostIsPlainlyAbout(String topic, String text) {
    assertThat(Taxonomies.topics(SHIPPED, Posts.text(text))).contains(topic);
  }

  @Test
  void givesNoTopicToSmallTalk() {
    assertThat(Taxonomies.topics(SHIPPED, Posts.text("今天下雨，晚饭吃了面条。"))).isEmpty();
    assertThat(Taxonomies.topics(SHIPPED, Posts.text("Rain all day, soup for dinner."))).isEmpty();
  }
}
