package io.gistmill.benchmarks.posts;

import java.util.List;

/// What a post can be about, with words that give it away.
record Subject(List<String> english, List<String> chinese) {

  static final List<Subject> ALL =
      List.of(
          of("frontier model, open-weight model, model card", "基座模型, 开源大模型, 上下文窗口"),
          of("mixture of experts, expert routing, expert parallelism", "混合专家模型, 专家路由, 稀疏激活"),
          of("retrieval augmented generation, vector database, reranker", "检索增强生成, 向量数据库, 重排序"),
          of("multi-agent workflow, function calling, agentic planner", "多智能体协作, 函数调用, 智能体框架"),
          of("prompt engineering, system prompt, few-shot prompting", "提示词工程, 系统提示词, 思维链提示"),
          of("fine-tuning, preference optimization, synthetic data", "指令微调, 偏好对齐, 合成数据"),
          of("speculative decoding, 4-bit quantization, KV cache", "推测解码, 量化模型, 端侧大模型"),
          of("text-to-video, video generation, video model", "文生视频, 视频生成, 视频模型"),
          of("text-to-image, image generation, diffusion model", "文生图, 图像生成, 扩散模型"),
          of("Gaussian splatting, text-to-3D, NeRF", "三维重建, 高斯泼溅, 三维生成"),
          of("vision-language model, multimodal understanding, OCR", "视觉语言模型, 多模态理解, 图像理解"),
          of("speech recognition, text-to-speech, voice cloning", "语音识别, 语音合成, 声音克隆"),
          of("humanoid robot, robot arm, embodied intelligence", "人形机器人, 机械臂, 具身智能"),
          of("code completion, coding assistant, code generation", "代码补全, 编程助手, 代码生成"),
          of("protein folding, drug discovery, weather forecasting", "蛋白质结构, 药物发现, 天气预报"),
          of("leaderboard, benchmark contamination, evaluation harness", "排行榜, 评测基准, 数据污染"),
          of("jailbreak, prompt injection, red teaming", "越狱攻击, 提示词注入, 红队测试"),
          of("funding round, acquisition, valuation", "融资, 收购, 估值"),
          of("AI regulation, future of work, copyright lawsuit", "人工智能监管, 就业冲击, 版权诉讼"),
          of("GPU cluster, AI accelerator, data center", "算力集群, 加速芯片, 数据中心"),
          of("refactoring, code review, distributed systems", "重构, 代码评审, 分布式系统"),
          of("browser extension, productivity app, open source tool", "浏览器插件, 效率工具, 开源工具"),
          of("online course, tutorial, lecture notes", "公开课, 入门教程, 学习笔记"),
          of("machine translation, subtitle translation, bilingual", "机器翻译, 字幕翻译, 双语对照"),
          of("indie hacker, landing page, growth marketing", "独立开发者, 增长, 冷启动"));

  private static Subject of(String english, String chinese) {
    return new Subject(List.of(english.split(", ")), List.of(chinese.split(", ")));
  }
}
