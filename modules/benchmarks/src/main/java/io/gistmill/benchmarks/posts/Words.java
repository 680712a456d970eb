package io.gistmill.benchmarks.posts;

import java.util.List;

/// The words of one language by what they do in a sentence.
///
/// Enough of them that two posts share hardly any run of three characters or nine letters by
/// chance, as with real posts: else every post would look a little like every other one.
record Words(
    List<String> nouns, List<String> verbs, List<String> qualities, List<String> connectives) {

  static final Words ENGLISH =
      new Words(
          list(
              """
              afternoon algorithm answer archive argument arrangement balance bargain basement battery bench
              bicycle blueprint border bottleneck breakfast bridge budget builder calendar campaign canvas
              captain carpet catalogue ceiling chapter classroom coastline colleague column comparison compass
              complaint conclusion corridor counter courage crowd curtain customer deadline decision delay
              department diagram dictionary direction discount document doorway drawing editor elevator engine
              envelope errand estimate evening excuse experiment fabric failure feedback fence festival footnote
              forecast fragment furniture garden glossary gradient habit hallway handbook harbour headline
              holiday household hypothesis inventory invoice journey junction kitchen knowledge ladder landlord
              lecture librarian luggage machine magazine margin market measurement meeting memory merchant
              midnight mirror mistake mountain neighbour newspaper notebook novelist observation obstacle
              orchard outline outsider package paragraph passenger patience pattern pavement pencil pension
              percentage petition photograph pipeline plateau platform playground portrait postcard practice
              premise procedure proposal protocol publisher puzzle quarter question railway receipt recipe
              refusal rehearsal reminder repair reputation researcher reservoir residue revision rhythm riddle
              routine rumour sailor schedule scholar season secretary sentence shadow shelter shortage signal
              sketch spreadsheet staircase stranger strategy student suburb summary surface surprise suspicion
              tablecloth teacher telescope template tenant textbook theatre threshold timetable towel traveller
              treasure treatment umbrella uncertainty vacancy valley variation vehicle veteran village visitor
              vocabulary volunteer warehouse warning weekend whisper window witness workshop yesterday
              """),
          list(
              """
              abandons accepts adjusts admires announces anticipates arranges assembles balances borrows breaks
              calculates cancels carries challenges collects compares compresses confirms confuses contradicts
              corrects decorates delivers describes discovers disturbs doubles duplicates embarrasses encourages
              escapes estimates examines exceeds explains extends favours finishes follows forgets gathers
              handles hesitates ignores illustrates imitates improves inherits inspects interrupts invents
              justifies knocks launches lengthens loses measures mentions misses moves narrows neglects notices
              observes occupies outlives overtakes packs persuades polishes postpones predicts preserves
              promises protects publishes questions reaches rebuilds recommends records recovers reduces
              refuses regrets repeats replaces rescues resembles restores reveals rewards scatters schedules
              separates sharpens shortens simplifies skips solves spoils stretches struggles summarises
              supports surrenders survives suspects swallows teaches tolerates transforms translates trusts
              understands undoes unfolds unlocks vanishes verifies visits wanders welcomes withdraws worries
              """),
          list(
              """
              absent ambitious ancient annoying awkward bitter boring brave brittle broken careful careless
              cheerful clumsy coarse cold common curious damp decent delicate dense distant doubtful dull eager
              early elegant enormous exact familiar fancy fierce flat foreign fragile friendly frozen generous
              gentle gloomy graceful grateful hasty hollow honest humble idle immense impatient innocent jealous
              keen lazy lively lonely loud lucky mature mild modest mysterious narrow nervous noisy obscure odd
              ordinary pale patient plain polite proud quiet rapid rare reckless reliable rough rusty sceptical
              shallow sharp silent sincere sleepy slippery solemn sour spare steady stiff strict stubborn subtle
              sudden sweet tedious tender thin timid tiny tough tricky unusual vague vivid warm weary wild young
              """),
          list(
              """
              after_all as_a_rule at_last before_long by_contrast even_so for_once from_memory in_passing
              in_practice in_short last_week more_or_less next_time of_course on_balance on_paper once_again
              only_then so_far sooner_or_later strictly_speaking this_morning to_be_fair with_luck without_warning
              """));

  static final Words CHINESE =
      new Words(
          list(
              """
              上午 下班 主意 书桌 书架 事故 交情 产品 亲戚 人群 仓库 代价 份量 伙伴 会议 体会 作坊 例子 侧面 信封 信号
              借口 假期 做法 偏差 元旦 光线 公园 关口 兴趣 内容 农夫 冬天 出口 分歧 列车 利润 剧本 力气 办法 功夫 动机
              勇气 包裹 区别 医院 午饭 协议 单位 印象 厂房 原因 厨房 反应 口味 句子 台阶 司机 同事 名单 后果 周末 味道
              命题 品牌 商店 问卷 嗓子 器材 回信 困难 图纸 土地 地板 场面 坡度 基础 城墙 境界 声音 夏天 夜里 天气 奖金
              好处 姿势 季节 学期 宗旨 客厅 家具 密码 对手 小镇 局面 屋顶 山路 岗位 工序 差距 市场 布料 常识 平台 年级
              广场 底线 店员 座位 庭院 建议 开关 弱点 形状 影子 心情 忠告 思路 怀疑 性格 总结 情节 想法 意图 感受 慢车
              戏台 户外 房东 手册 技巧 投诉 抽屉 报纸 担子 招牌 持续 指标 按钮 损失 推论 提纲 插图 操场 收据 改动 故事
              效果 数字 文章 斜坡 新闻 方向 日程 时差 昨天 晚会 景色 暗号 曲线 月台 服务 朋友 本子 机器 杂志 条件 村庄
              样本 根据 桌布 桥梁 梯子 楼道 模型 橱窗 步骤 比例 毛病 气氛 水库 汇报 沙发 法则 波动 泥土 海岸 消息 温度
              港口 渠道 湖面 演员 漏洞 火车 灯光 炉子 烦恼 热情 照片 爱好 牌子 状态 猜测 班级 理由 瓶颈 生意 用途 田野
              画布 界限 病房 白天 目录 直觉 相册 眼光 瞬间 短信 石头 码头 礼物 票据 科目 租金 程度 空隙 窗户 章节 笔记
              答案 算法 管家 箱子 类别 粮食 精力 系列 素材 红包 纸条 线索 经历 结论 缘分 编辑 网页 耐心 职位 肩膀 背景
              脚步 自信 船票 良心 节奏 花园 范围 茶杯 草稿 行李 街道 衣柜 表格 要点 规矩 角落 计划 证据 评语 词典 话题
              误会 读者 课堂 调查 谜语 象棋 货架 质量 费用 赌注 起点 距离 路口 身份 车间 轨道 输赢 边缘 过程 近况 远方
              选择 透明 通知 逻辑 道理 邮局 部门 配方 重点 野外 金额 钥匙 铁门 银行 镜子 长处 门票 闹钟 阅读 队伍 阳台
              阶段 障碍 难题 雨伞 零件 雾气 面包 韵律 页码 顺序 预算 领带 题目 颜色 风格 食堂 馆长 首都 驾驶 骨架 高度
              """),
          list(
              """
              安排 按住 摆放 帮助 包围 保留 报告 比较 避开 变成 表达 补充 猜到 参考 藏起 测量 拆开 超过 称赞 承认 吃掉 重复
              抽出 处理 传给 打断 代替 带走 担心 当作 倒出 等到 调整 丢下 对付 发现 翻过 反对 放弃 分开 奉陪 改写 赶上 告诉
              割断 公布 估计 关掉 观察 归还 害怕 核对 忽略 怀念 换成 回答 集中 挤进 计算 记住 检查 减少 建造 交给 解释 借用
              警告 纠正 拒绝 决定 开启 看穿 考验 控制 夸大 拉长 离开 理解 联系 留意 浪费 满足 忙着 描述 模仿 磨平 拿走 能否
              拍下 排除 派出 抛弃 碰到 批评 拼凑 破坏 铺开 期待 欺负 签下 抢先 敲定 切断 取消 劝说 忍受 认出 扔掉 溶解 撒开
              筛选 删除 闪过 省下 试着 收回 熟悉 输给 说服 思考 送到 算清 缩短 探索 提醒 填满 挑出 贴上 停下 推迟 脱离 挖出
              忘记 维持 吸引 习惯 洗净 下载 限制 想起 消化 写成 修补 选中 学会 寻找 压缩 延长 掩盖 邀请 依靠 引起 迎来 影响
              拥有 用完 预测 原谅 允许 遭遇 增加 展开 招待 照顾 折叠 证明 支持 指出 制造 终止 注意 抓住 转告 追问 准备 总结
              """),
          list(
              """
              安静 笨重 别扭 薄弱 潮湿 沉默 迟钝 充足 丑陋 脆弱 大方 单调 胆小 低调 陡峭 短暂 多余 繁琐 肥沃 愤怒 干脆 高明
              孤独 古老 固执 广阔 好奇 合适 厚道 糊涂 慌张 辉煌 活泼 机灵 寂寞 坚定 简陋 骄傲 谨慎 惊人 精致 宽松 困倦 冷淡
              利落 灵活 凌乱 流畅 马虎 茂盛 敏锐 明亮 模糊 耐用 暖和 偏僻 平凡 朴素 奇怪 浅显 勤快 清楚 热闹 柔软 散漫 深刻
              生疏 实在 熟练 爽快 松散 踏实 坦率 特别 甜美 痛快 透彻 突然 完整 顽固 微妙 温和 稳当 稀罕 细腻 鲜艳 详细 嚣张
              谦虚 新鲜 兴奋 幸运 虚弱 严格 遥远 隐蔽 英明 拥挤 犹豫 幼稚 愉快 圆满 匀称 粘稠 珍贵 真诚 镇定 正经 直接 周到
              """),
          list(
              """
              不过 其实 后来 当然 总之 反而 原来 说来 据说 终于 依我看 换句话说 到头来 有意思的是 老实说 往年 前几天 从此 无论如何
              照这样 一开始 顺便 眼下 尽管如此 相比之下 回过头看 严格地讲 没想到 起初 多半
              """));

  private static List<String> list(String words) {
    return List.of(words.strip().split("\\s+"));
  }
}
