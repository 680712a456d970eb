package io.gistmill.digest.desk.brief;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that say what kind of sentence or post this is. Chosen by judgement, few on purpose.
enum Cues {
  /// Something happened or came out.
  NEWS(
      "发布|推出|开源|上线|宣布|公布|正式|首个|首次|突破|融资|收购|升级|新模型|新论文|新研究",
      "releas(?:e|es|ed|ing)|launch(?:es|ed)?|announc(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)"
          + "|unveil(?:s|ed)?|open[- ]sourc(?:e|es|ed|ing)|now available|ships?|shipped|acquires?"
          + "|acquired|raises|outperforms?|state[- ]of[- ]the[- ]art"),

  /// Something is explained or shown to work.
  SUBSTANCE(
      "论文|研究|教程|指南|详解|原理|实现|方法|框架|实验|对比|总结|性能|数据集|基准",
      "paper|study|tutorial|guide|explained|method|framework|benchmarks?|dataset|evaluation"
          + "|architecture|lessons"),

  /// The author chats.
  CHATTER(
      "哈哈|早安|晚安|求推荐|有没有人|有人知道|吐槽|我觉得|话说|笑死|好奇|打卡",
      "lol|lmao|good morning|good night|anyone else|hot take|just my opinion|feeling|weekend plans"),

  /// The author sells or recruits.
  SALES(
      "优惠|折扣|抽奖|报名|限时|招聘|训练营|课程上新|加群|付费",
      "discount|giveaway|coupon|we(?:'| a)re hiring|sign up now|limited time|promo code"),

  /// The reader is asked to do something.
  CALL(
      "关注我|点赞|转发|欢迎(?:关注|留言|加入|订阅)|感兴趣(?:的|可以)|点击|传送门|阅读原文|扫码|评论区|收藏|建议阅读|可以看",
      "follow (?:me|us|for)|retweet|subscribe|check (?:it )?out|click|link in|sign up|join us"
          + "|bookmark this|let me know|read more|full thread|see below|dm me");

  private final Pattern words;

  Cues(String chinese, String english) {
    this.words =
        Pattern.compile("(?:" + chinese + ")|\\b(?:" + english + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  boolean in(String text) {
    return words.matcher(text).find();
  }

  /// How many different places of a text have such a word, up to a limit.
  int count(String text, int most) {
    Matcher matcher = words.matcher(text);
    int count = 0;
    while (count < most && matcher.find()) {
      count++;
    }
    return count;
  }
}
