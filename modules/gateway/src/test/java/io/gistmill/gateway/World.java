package io.gistmill.gateway;

import static io.gistmill.gateway.Samples.NOW;
import static io.gistmill.gateway.Samples.daily;
import static io.gistmill.gateway.Samples.post;
import static io.gistmill.gateway.Samples.quoting;
import static io.gistmill.gateway.Samples.tag;
import static io.gistmill.gateway.Samples.tagged;
import static io.gistmill.gateway.Samples.told;
import static io.gistmill.gateway.Samples.weekly;
import static io.gistmill.gateway.Samples.word;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A small world: a few days with stories in both languages, an edit, a correction, a withdrawal, a
/// backfilled post, an alias, digests.
final class World {

  static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  static final Instant MIDNIGHT = Instant.parse("2025-03-09T16:00:00Z");

  private static final String RERANK =
      "重排序模型把命中率从 0.61 提到 0.74，检索增强的效果主要来自第二次排序。\n\n我们用 4 万条问答做了评测，"
          + "English and 中文 mixed，细节在 https://bench.example.org/rerank 里。";
  private static final String RERANK_EN =
      "A second ranking pass lifts the hit rate of our retrieval pipeline from 0.61 to 0.74. Details:"
          + " https://bench.example.org/rerank";
  private static final String AGENT =
      "Our agent loop now stops by itself: a planner, a critic and a budget of tool calls. It failed"
          + " 12 of 200 tasks, down from 31.";
  private static final String FAST = "小模型推理提速：KV 缓存量化到 4 bit，单卡吞吐翻了一倍，长文本质量几乎不变。";

  private World() {}

  static void write(Rig rig) {
    rig.tick(YESTERDAY);
    TaggedEvent old =
        tagged(
            post(
                "old1",
                "Mara Lindqvist",
                "A quiet week for schedulers",
                "Batching beats speculation on long prompts, again."),
            YESTERDAY,
            1,
            tag("inference", 0.66));
    rig.post(old);
    rig.write(daily("all", MIDNIGHT, YESTERDAY, "story-old1:old1"));
    rig.write(daily("inference", MIDNIGHT, YESTERDAY, "story-old1:old1"));
    rig.write(weekly("all", MIDNIGHT, YESTERDAY, "story-old1:old1"));
    rig.tick(NOW);
    rerank(rig);
    singles(rig);
    events(rig);
    rig.write(new StoryEvent.Ticked(new Tick(NOW.plus(Tick.QUARTER), null, true)));
  }

  /// One story in two languages, from two stories that proved to be one.
  private static void rerank(Rig rig) {
    Post chinese =
        quoting(
            post(
                "zh1", "林知夏", "检索之后再排一次，命中率提高 13 个百分点", RERANK, "https://bench.example.org/rerank"),
            new Quote(
                "Ines Varga",
                "inesv",
                "https://posts.example.com/9",
                "Second-stage ranking is underrated for retrieval."),
            "周末试一试");
    TaggedEvent first =
        tagged(chinese, NOW, 1, tag("rag", 0.93, word(RERANK, "检索增强"), word(RERANK, "重排序")));
    TaggedEvent second =
        tagged(
            post("en1", "Ines Varga", "", RERANK_EN, "https://bench.example.org/rerank"),
            NOW,
            1,
            tag("rag", 0.81, word(RERANK_EN, "retrieval")),
            tag("models", 0.4));
    rig.write(first);
    rig.write(second);
    rig.write(told("story-zh1", NOW, first));
    rig.write(told("story-en1", NOW, second));
    rig.write(new StoryEvent.Aliased("story-en1", "story-zh1", NOW));
  }

  private static void singles(Rig rig) {
    rig.post(
        tagged(
            post("ag1", "Tomás Rey", "An agent that knows when to stop", AGENT),
            NOW,
            1,
            tag("agents", 0.88, word(AGENT, "agent loop"), word(AGENT, "tool calls"))));
    rig.post(
        tagged(post("inf1", "周砚", "", FAST), NOW, 1, tag("inference", 0.9, word(FAST, "KV 缓存量化"))));
    rig.post(tagged(post("none1", "Ove", "", "Lunch was good today."), NOW, 1));
  }

  private static void events(Rig rig) {
    rig.post(
        tagged(post("ed1", "Jun Park", "Draft", "First draft of a note on evaluation."), NOW, 1));
    rig.post(
        tagged(
            post("ed1", "Jun Park", "Final", "Final words of a note on evaluation."),
            NOW,
            2,
            tag("models", 0.5)));
    rig.post(tagged(post("co1", "Lea", "", "The mill turns."), NOW, 1, tag("models", 0.5)));
    rig.write(new TaggedEvent.Corrected("co1", NOW, 2, List.of(tag("agents", 1))));
    rig.post(tagged(post("wd1", "Nobody", "", "Secret zebra words."), NOW, 1, tag("rag", 0.6)));
    rig.write(new TaggedEvent.Withdrawn("wd1", NOW, 2));
    rig.write(new StoryEvent.Revised("story-wd1", NOW, List.of(), List.of("wd1")));
    rig.post(
        tagged(
            post("bf1", "Archivist", "Older than the feed", "A backfilled note about retrieval."),
            Instant.EPOCH,
            1,
            tag("rag", 0.7)));
    rig.write(new TaggedEvent.Duplicate("zh1", new Origin("feed-1", null), NOW));
  }
}
