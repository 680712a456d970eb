package io.gistmill.digest.desk.brief;

/// Words that say what kind of sentence or post this is. Chosen by judgement, few on purpose. Latin
/// ones count as whole words, Chinese ones wherever they stand.
enum Cues {
  /// Something happened or came out.
  NEWS(
      "发布",
      "推出",
      "开源",
      "上线",
      "宣布",
      "公布",
      "正式",
      "首个",
      "首次",
      "突破",
      "融资",
      "收购",
      "升级",
      "新模型",
      "新论文",
      "新研究",
      "release",
      "releases",
      "released",
      "releasing",
      "launch",
      "launches",
      "launched",
      "announce",
      "announces",
      "announced",
      "announcing",
      "introduces",
      "introduced",
      "introducing",
      "unveils",
      "unveiled",
      "open source",
      "open-source",
      "open-sourced",
      "open-sourcing",
      "now available",
      "shipped",
      "acquires",
      "acquired",
      "raises",
      "outperforms",
      "state-of-the-art"),

  /// The author presents what somebody made.
  PRESENTS("推荐", "分享", "介绍", "安利", "教程", "指南", "笔记", "论文", "课程", "开源", "发布"),

  /// Something is explained or shown to work.
  SUBSTANCE(
      "论文",
      "研究",
      "教程",
      "指南",
      "详解",
      "原理",
      "实现",
      "方法",
      "框架",
      "实验",
      "对比",
      "总结",
      "性能",
      "数据集",
      "基准",
      "paper",
      "study",
      "tutorial",
      "guide",
      "explained",
      "method",
      "framework",
      "benchmark",
      "benchmarks",
      "dataset",
      "evaluation",
      "architecture",
      "lessons"),

  /// The point of the whole is told.
  GIST(
      "总之",
      "因此",
      "所以",
      "结论",
      "核心",
      "关键",
      "意味着",
      "说明",
      "本质",
      "也就是说",
      "最重要",
      "一句话",
      "结果",
      "发现",
      "证明",
      "表明",
      "提出",
      "作者",
      "能够",
      "可以",
      "支持",
      "主要",
      "介绍",
      "therefore",
      "in short",
      "the point",
      "the key",
      "conclusion",
      "conclude",
      "means",
      "found",
      "finds",
      "shows",
      "proposes",
      "lets you",
      "supports",
      "because"),

  /// The author chats.
  CHATTER(
      "哈哈",
      "早安",
      "晚安",
      "求推荐",
      "有没有人",
      "有人知道",
      "吐槽",
      "我觉得",
      "话说",
      "笑死",
      "好奇",
      "打卡",
      "lol",
      "lmao",
      "good morning",
      "good night",
      "anyone else",
      "hot take",
      "just my opinion",
      "weekend plans"),

  /// The author sells or recruits.
  SALES(
      "优惠",
      "折扣",
      "抽奖",
      "报名",
      "限时",
      "招聘",
      "训练营",
      "加群",
      "付费",
      "discount",
      "giveaway",
      "coupon",
      "we're hiring",
      "we are hiring",
      "sign up now",
      "limited time",
      "promo code"),

  /// The reader is asked to do something.
  CALL(
      "关注我",
      "点赞",
      "转发",
      "欢迎关注",
      "欢迎留言",
      "欢迎加入",
      "欢迎订阅",
      "感兴趣",
      "点击",
      "传送门",
      "阅读原文",
      "关注公众号",
      "我的公众号",
      "三连",
      "扫码",
      "评论区",
      "收藏",
      "建议阅读",
      "可以看",
      "follow me",
      "follow us",
      "follow for",
      "retweet",
      "please like",
      "share and subscribe",
      "subscribe",
      "check out",
      "check it out",
      "click",
      "link in",
      "sign up",
      "join us",
      "bookmark this",
      "let me know",
      "read more",
      "full thread",
      "see below",
      "dm me"),

  /// The author comes or goes.
  GREETING(
      "大家好",
      "各位好",
      "朋友们好",
      "以上就是",
      "下期见",
      "下周见",
      "明天见",
      "我们下",
      "感谢收听",
      "感谢收看",
      "感谢观看",
      "感谢阅读",
      "周末愉快",
      "hi everyone",
      "hello everyone",
      "hi all",
      "hey folks",
      "that's all for",
      "that's it for",
      "see you next",
      "see you tomorrow",
      "thanks for reading",
      "happy weekend"),

  /// What begins with such a word in the middle of a sentence needs what stands before it.
  LEANS(
      "and", "or", "but", "because", "so", "since", "which", "that", "whose", "where", "when",
      "while", "than", "if", "then", "to", "of", "with", "for", "they", "因为", "但", "而", "所以", "因此",
      "以及", "或", "又", "却", "则", "其中", "它", "他", "她", "这", "那", "如果", "只要", "可以");

  private final Phrases phrases;

  Cues(String... words) {
    this.phrases = Phrases.among(Phrases.Border.OF_LETTERS, words);
  }

  /// @param lower a text in lower case
  boolean in(String lower) {
    return phrases.in(lower);
  }

  /// @param lower a text in lower case
  boolean begin(String lower) {
    return phrases.begin(lower);
  }

  /// In how many places of a text such a word stands, up to a limit.
  ///
  /// @param lower a text in lower case
  int count(String lower, int most) {
    return phrases.count(lower, most);
  }
}
