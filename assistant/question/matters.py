"""Matters that people ask offices about, each with the words that documents have for it: a library in which none of these
words occurs does not speak of the matter, whatever else of the question it repeats."""

from __future__ import annotations

import re

from assistant.question.vocabulary import SYNONYMS
from index.wording import either

_TABLE = """
高新技术企业 高企 高新企业 | 专精特新 | 小巨人 | 独角兽 | 瞪羚 | 规上企业 规模以上 上规模 规上 升规 | 上市 挂牌 上板
首台套 首台（套） 首台(套) | 公积金 | 生育津贴 生育保险 | 失业金 失业保险 失业 | 工伤
养老金 养老保险 退休金 退休待遇 退休年龄 | 医保 医疗保险 医疗保障 | 低保 最低生活保障 | 特困
城乡居民 居民 | 高龄津贴 高龄 65周岁 70周岁 80周岁
育儿补贴 育儿 生育 三孩 | 托育 托儿 婴幼儿 照护 | 产假 生育假 | 婚假 婚丧 | 丧葬 殡葬 安葬 | 遗属 | 积分落户 积分入户 积分
落户 入户 迁入 户口 户籍 | 居住证 | 限购 购房资格 购买 | 契税 | 房产税 | 个税 个人所得税 | 企业所得税 所得税 | 增值税
物业费 物业服务费 物业管理费 物业收费 物业服务收费 | 维修资金 维修基金 | 公租房 公共租赁 保障性租赁 保障性住房 保障房 | 廉租
限价房 限价商品 限价住房 | 经适房 经济适用 | 人才公寓 | 拆迁 征收 征地 动迁 | 宅基地 | 耕地 农田 | 房贷 住房贷款 贷款 按揭 债务
上学 学位 入学 学区 就读 招生 学士 硕士 博士 | 中考 高中阶段 初中学业 | 高考 | 幼儿园 学前 | 助学金 助学 资助 | 奖学金 | 校车
食堂 餐厅 配餐 助餐 供餐 膳食 | 充电桩 充电 换电站 | 绿牌 车牌 号牌 上牌 | 摇号 | 以旧换新
新能源车 新能源汽车 新能源 电动汽车 | 驾照 驾驶证 驾驶人 | 出租车 出租汽车 巡游 | 网约车 网络预约
公交 公共汽车 公共交通 公共汽（电）车 公共汽电车 | 地铁 轨道交通 城轨 | 停车 泊位 车位 | 限行 通行
电动自行车 电动车 电瓶车 非机动车
违章 交通违法 违法 | 养犬 养狗 犬 狗 | 垃圾分类 生活垃圾 垃圾 | 烟花 爆竹 | 噪音 噪声 | 油烟 | 电价 电费 用电 水电 供电 电力
水费 水价 用水 水电 供水 | 燃气 天然气 煤气 用气 水电气 供气 | 供暖 供热 采暖 | 农机 农业机械 | 生猪 养猪 猪 畜禽 养殖
种粮 粮食 水稻 小麦 玉米 | 光伏 太阳能 | 氢能 加氢 氢燃料 | 储能 | 风电 风力 | 碳排放 碳 | 商标 | 专利 知识产权 | 知识产权
跨境电商 跨境电子商务 跨境 | 电商 电子商务 网络零售 | 直播 | 首店 | 夜经济 夜间经济 夜间 夜市 | 会展 展会 展览 展示 | 民宿
旅行社 | 电竞 电子竞技 | 电影 影院 影视 | 剧本杀 | 体育场馆 体育 | 马拉松 | 创业担保贷款 创业贷款 担保贷款 | 稳岗
技能等级 职业技能 技能 | 见习 实习 | 博士后 | 留学 海归 | 护照 出入境 | 签证 | 结婚 婚姻 | 离婚 婚姻
退役军人 退伍 军人 退役 复员 | 烈士 英烈 | 彩票 | 疫苗 接种 免疫 | 体检 健康检查 | 芯片 集成电路 半导体 | 人工智能 智能
大模型 模型 人工智能 | 机器人 | 无人机 无人驾驶航空器 低空 | 区块链 | 元宇宙 | 量子 | 生物医药 医药 药品 医疗 | 中医 中药
脑机接口
自动驾驶 智能网联 无人驾驶 | 卫星 航天 | 数据中心 算力 | 外贸 进出口 出口 | 外资 外商 | 总部企业 总部 | 基金 | 保理
融资租赁 租赁 | 小额贷款 小贷 | 特种设备 电梯 | 消防 火灾 | 食品安全 食品 | 餐饮 饮食 | 网吧 上网服务 | 宗教 寺庙 | 信访
档案 | 律师 法律服务 法律援助 | 公证 | 仲裁 | 共有产权 | 最低工资 工资标准 | 高温津贴 高温 防暑 | 加班费 加班工资 延长工作时间
年休假 年假 休假 | 劳动仲裁 劳动争议 | 孤儿 无人抚养 | 留守儿童 | 家暴 家庭暴力 | 房产证 不动产 产权 权属
二手房 存量房 转让 买卖 存量住房 交易 | 老旧小区 旧改 旧住房 既有住宅 旧区改造 旧城 城市更新 风貌
违建 违法建设 违法建筑 违章建筑 违法搭建 违章 两违 | 户外广告 招牌 店招
共享单车 互联网租赁自行车 租赁自行车 租赁非机动车 互联网租赁
快递 寄递 邮政 邮寄 物流 配送 | 过路费 | 外卖 网络餐饮 配送 餐饮 | 酒驾 饮酒 醉酒
卷烟 香烟 烟草 | 医用耗材 耗材 | 新生儿 出生 初生
捕鱼 捕捞 渔业 | 砍树 采伐 砍伐 | 采矿 矿产 矿山 | 港口 码头 | 高铁 铁路 | 机场 航空 民航 | 测绘 | 气象 | 地震 | 保密 密级
个人信息 隐私 | 图书馆 | 博物馆 | 非遗 非物质文化遗产 | 文物 | 滑雪 冰雪 | 游泳 | 足球 | 献血 | 禁烟 控烟 吸烟
传染病 疫情 突发公共
个体工商户 个体户 | 家用汽车 汽车 机动车 车辆 | 年度报告 年报 | 续展 | 化妆品 护肤品 | 保健食品 保健品 | 著作权 版权 | 彩礼
信用卡 贷记卡 | 违约金 | 滞纳金 加收 | 股票 证券 | 期货 | 车险 交强险 机动车保险 | 高考 普通高校招生 | 考研 | 公务员 | 教师资格
宽带 | 支付宝 微信支付
火车票 车票 铁路 交通费 车船费 | 贴息 利息 | 征税 纳税 缴税 免税 税收 税前 退税
伙食费 餐费 伙食 膳食 | 报名费 | 考试费 考务费 | 评估费 评估 | 路费 交通费 差旅费 交通补贴 往返 | 教材费 教材 课本 教科书
租房补贴 租房 租赁 租金 承租 租住
课后服务 延时服务 课后延时 | 摆摊 摊贩 商贩 摊点 摊位 占道 地摊 | 包月 月卡 月票 | 补办 补领 遗失 | 学费 培训费 保教费
安家费 安家 | 分房子 分房
社保 社会保险 养老保险 医疗保险 | 打印机 打印 | 无线网 wifi | 验证码 密码 | 简历 | 作文 | 食谱 菜谱 | 减肥 健身
航班 机票 航空 | 发票 开票
摩托车 | 港澳台 港澳 台湾
宠物 犬 | 养猫 宠物 猫 | 遗嘱 继承 | 抚养 | 身份证 居民身份 | 社保卡 社会保障卡 | 失能 长期护理 护理
"""
_MATTERS = tuple(
    tuple(matter.lower().split()) for line in _TABLE.strip().splitlines() for matter in line.split(" | ")
)
_ALL = sorted({word for matter in _MATTERS for word in matter if len(word) > 1}, key=len, reverse=True)
_NAMED = re.compile(
    "|".join(map(re.escape, _ALL))
    .replace("外资", "(?<!另)外资(?!源)")
    .replace("|社保|", "|社保(?!局)|")
    .replace("个税", "(?<![哪几那这一])个税")
    .replace("|居民|", "|居民(?=医保|医疗|养老|基本|大病|参保)|")
    .replace("买卖", "(?<![做小])买卖")
    .replace("|上牌|", "|(?<!挂)上牌|")
    .replace("招牌", "招牌(?!产品|菜|项目)")
    .replace("上市", "(?<!评)上市(?!级)")
    .replace("高铁", "(?<!坐)高铁")
    .replace("展示", "展示(?!范)")
    .replace("年报", "(?<![今明去每当])年报")
    .replace("夜间", "夜间(?=经济|消费|市集|集市)")
    .replace("就读", "就读(?!并|过|于|的)")
    .replace("|路费|", "|(?<!过)路费|")
    .replace("伙食", "伙食(?=费)")
    .replace("膳食", "膳食(?=费)")
)


_WHO = re.compile(
    either(
        r"(?:跑|送|开)(?:网约车|外卖|快递|滴滴|出租车?|货车)(?=自己|[，,的]|没|也|又)",
        r"(?:一家|我们?是|我们?开的?)[\u4e00-\u9fff]{2,8}?(?:公司|企业|厂|店)",  # 我是北河县一个厂
        # 我们是南海做服装的
        (
            r"我们?是?[^，。？]{0,4}(?:跑|送|开|卖|做)[\u4e00-\u9fff]{1,8}的(?=[^\u4e00-\u9fff]|$|自"
            r"|[想要能可])"
        ),
    )
)
"""What the asker is, not what is asked about: 「沈阳一家芯片公司想上科创板」."""
_DENIED = re.compile(
    r"(?:还没有?|尚?未|从没|没啥|没什么)[\u4e00-\u9fff]{2}|没有?[\u4e00-\u9fff]{2}的(?=[\u4e00-\u9fff]{2})"
)
"""「还没结婚」, 「没产权的车位」 is not asked about."""


_BECAUSE = re.compile(
    r"(?:受|因为?|遇到|碰上)?疫情(?:期间|影响|生意|原因|以来|闹|关系)[^，。？]{0,10}?(?=[，,]|的)"
)
_ASKS = re.compile(
    r"多[少大久长高]|几|谁|什么|啥|哪|怎|如何|吗|是否|能不能|可不可以|有没有|何时|呢[？?]?$|[？?]$"
)


def _asked_part(flat: str) -> str:
    """Without what only tells the asker's situation: 「离婚了自己带个8岁的娃，公租房能分到多大的」. Where the question behind
    it names no matter, 「二手房，谁交税」, it stays."""
    *told, last = re.split(r"[，,]", flat.rstrip("，,"))
    if not told or any(_ASKS.search(piece) for piece in told) or not _NAMED.search(last.lower()):
        return flat
    return last


def matters_named(flat: str) -> list[tuple[str, tuple[str, ...]]]:
    """(as the question says it, all the words for it) of each matter that it names, in its order; the longest name counts.

    >>> [name for name, _ in matters_named("高新技术企业买新能源车补多少")]
    ['高新技术企业', '新能源车']
    """
    flat = _asked_part(_BECAUSE.sub("", flat))
    said = [m.group() for m in _NAMED.finditer(_WHO.sub("", _DENIED.sub("", flat.lower())))]
    return [
        (word, (*(w for matter in _MATTERS if word in matter for w in matter), *SYNONYMS.get(word, ())))
        for word in dict.fromkeys(said)
    ]
