"""The words that ask, by what they ask for. Language knowledge only: nothing here belongs to one article."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import product

from bot.knowledge.model import Kind


class Ask(StrEnum):
    """What a question asks for."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    MODEL = "model"
    NAME = "name"
    MONEY = "money"
    QUANTITY = "quantity"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    COUNT = "count"
    RANK = "rank"
    CALENDAR = "calendar"
    MONTH = "month"
    DAY = "day"
    DURATION = "duration"
    WHAT = "what"
    LIST = "list"
    WHY = "why"
    HOW = "how"
    DEFINE = "define"
    COMPARE = "compare"
    CHECK = "check"
    SHOW = "show"
    REMARK = "remark"


_Q = frozenset({Kind.MONEY, Kind.PERCENT, Kind.SHARE, Kind.MULTIPLE, Kind.COUNT, Kind.LENGTH, Kind.RANK})

ANSWERS: dict[Ask, frozenset[Kind]] = {
    Ask.WHO: frozenset({Kind.ORG, Kind.PERSON, Kind.NAME, Kind.LIST, Kind.PRODUCT, Kind.LABEL}),
    Ask.WHEN: frozenset({Kind.DATE}),
    Ask.WHERE: frozenset({Kind.PLACE, Kind.EXCHANGE}),
    Ask.MODEL: frozenset({Kind.PRODUCT}),
    Ask.NAME: frozenset(Kind) - _Q - {Kind.DATE, Kind.STATUS, Kind.TREND, Kind.REASON},
    Ask.MONEY: frozenset({Kind.MONEY}),
    Ask.QUANTITY: _Q - {Kind.RANK},
    Ask.PERCENT: frozenset({Kind.PERCENT, Kind.SHARE}),
    Ask.MULTIPLE: frozenset({Kind.MULTIPLE}),
    Ask.COUNT: frozenset({Kind.COUNT, Kind.LIST}),
    Ask.RANK: frozenset({Kind.RANK, Kind.LABEL}),
    Ask.DURATION: frozenset({Kind.DATE}),
    Ask.WHY: frozenset({Kind.REASON}),
}
"""The kinds of value that answer an ask; asks that are not listed take any kind."""

PARTS_OF_YEARS = frozenset({Ask.MONTH, Ask.DAY})
"""The asks for a date that is more exact than a year."""

QUANTITIES = frozenset({Ask.MONEY, Ask.QUANTITY, Ask.PERCENT, Ask.MULTIPLE})
"""The asks for a number."""

NARROW = QUANTITIES | {Ask.WHEN, Ask.WHERE, Ask.COUNT, Ask.RANK, Ask.WHY, Ask.WHO, Ask.DURATION, Ask.NAME}
"""The asks for one value, which all that is known of a subject does not answer."""

WORDS: dict[Ask, str] = {
    Ask.WHO: """
        是那家 是那間 是那家公司 哪兩家 哪兩間 哪三家 哪三間 哪四家 哪四間 哪五家 邊兩間 邊三間 邊四間
        誰 誰人 誰家 哪家 哪一家 哪間 哪一間 邊間 邊一間 邊家 邊個 邊位 邊隻 邊支 哪位 哪支 哪只 哪一支 哪個公司 哪家公司 哪間公司 哪家廠商 哪家企業
        哪個機構 邊間公司 哪幾家 哪幾間 邊幾間 哪些公司 哪些企業 哪些廠商 邊啲公司 什麼公司 啥公司 何人 何方 何者 哪方 什麼人 啥人 哪些人 和誰 跟誰 同邊個 是哪家的 是誰家的 誰家的 哪家的 是誰的 哪家公司的 是哪家公司的 邊間嘅 係邊間嘅 係邊間 係邊個 都是誰 都有誰 都係邊個 邊家嘅 出自哪家
        who|whom|whose|which company|which chip company|which gpu company|which gpu firm|which chip firm|which gpu maker|which chip maker|which chipmaker|what company|which firm|which one|which institution|who's|which vendor|which maker|which fund|what fund|shui|shei|na jia|na yi jia|najia|shei jia""",
    Ask.WHEN: """
        是什麼時候 是啥時候 是什麼時間 是哪個時候 是那一年 是那年 是那天 係嗰年 在哪年 在哪一年 在哪天 在哪個月 在幾月 喺邊年 於哪年
        什麼時候 什麼時侯 時侯 甚麼時候 什麼時間 啥時候 啥時 哪時候 幾時 何時 何年 何日 何月 哪年 哪一年 邊年 邊一年 哪天 哪一天 哪日 邊日 邊一日 哪個月 哪月 幾月 幾月幾號 幾月幾日 幾號 幾年
        是哪年 咩時候 乜時候 乜嘢時候 咩年份 哪個年份 什麼年份 什麼日期 什麼日子 邊個年份 哪個時候 哪個時間 年月日 具體日期 哪陣 甚時 幾點 哪個先 哪個早 哪個更早 邊個先 邊個早 誰先 誰早 孰先 孰先孰後 孰早 誰先誰後
        when|came first|which first|earlier|what year|which year|what date|which date|what day|which day|what month|which month|what time|date|dates|how long ago|shenme shihou|na nian|na yi nian|nanian|jinian|shenmeshihou|na tian|ji hao|ji yue|jishi""",
    Ask.CALENDAR: """
        在哪年 在哪一年 喺邊年 於哪年
        何年 何日 何月 哪年 哪一年 邊年 邊一年 是哪年 哪個月 哪月 幾月 幾年 咩年份 哪個年份 什麼年份 什麼日期 邊個年份 年月日 具體日期
        what year|which year|what date|which date|what month|which month|na nian|na yi nian|nanian|jinian|ji yue|jiyue""",
    Ask.MONTH: "幾月 哪個月 哪月 何月 邊個月 幾月份 哪個月份|what month|which month|ji yue|jiyue|na ge yue",
    Ask.DAY: """
        哪天 哪一天 哪日 邊日 邊一日 幾號 幾月幾號 幾月幾日 幾日 具體日期
        what day|which day|exact date|exact day|na tian|ji hao|jihao""",
    Ask.DURATION: "幾天 多少天 幾日 多少日 幾個月 多少個月 幾星期 幾個星期 幾周 幾小時 花了幾 用了幾天 多久 多長時間 幾耐 多少年 幾年時間|how long|duojiu|how many days|how many weeks|how many months",
    Ask.WHERE: """
        各在哪 各在哪裡 各自在哪 各自在哪裡 分別在哪 分別在哪裡 各喺邊 各喺邊度 分別喺邊 分別喺邊度
        哪裡 哪裏 哪兒 邊度 邊處 何處 什麼地方 啥地方 甚麼地方 咩地方 哪個地方 哪座城市 哪個城市 邊個城市 什麼城市 哪個城 在哪 去哪 何地 哪塊地
        where|which city|what city|which place|what place|whereabouts|nali|naer|zai na""",
    Ask.NAME: """
        名子 什麼名子
        叫什麼 叫啥 叫咩 叫乜 叫做什麼 叫做咩 叫做啥 叫什麼名 叫什麼名字 叫啥名 叫啥名字 叫咩名 叫乜名 什麼名 什麼名字 咩名 啥名 名字 名字是什麼 名稱 名叫 分別叫 分別叫什麼 分別叫啥 分別叫咩 各叫什麼 各叫啥
        name of|names of|the name|the names|called|what are the names|jiao shenme|jiao sha|shenme ming|name the|name both|name all""",
    Ask.MODEL: """
        哪顆 哪一顆 邊顆 邊粒 哪張 哪一張 邊張
        哪款 哪一款 邊款 哪隻 邊隻芯片
        哪款芯片 哪款晶片 哪顆芯片 哪顆晶片 哪塊芯片 哪個芯片 哪張卡 哪張顯卡 哪款卡 哪款顯卡 哪款產品 哪個產品 邊款芯片 邊粒芯片 邊隻芯片 邊張卡 邊款產品 什麼芯片 咩芯片 什麼顯卡 哪款gpu 哪塊gpu 哪張gpu
        which chip|what chip|which card|which model|na kuan xinpian|na ge xinpian""",
    Ask.MONEY: """
        幾個錢 幾錢銀 幾多銀
        多少錢 幾多錢 幾錢 多少億 幾億 幾個億 幾多億 幾多個億 多少萬 幾萬 幾多萬 多少元 幾多元 多少個億 多少塊 幾個小目標 咩價 咩價位 金額
        how much money|how many rmb|how many yuan|how many million|how many billion|in rmb|in yuan|in cny|what amount|amount|duoshao qian|duoshaoqian|jige yi|duoshao yi""",
    Ask.QUANTITY: """
        多少 幾多 幾何 多大 有多大 幾大 多高 幾高 多少來着 若干 數額 數值 數字 具體數字 什麼數 咩數 咩數字 幾多嚟 究竟有多 有幾 有多
        how much|what number|what figure|how high|duoshao|duo shao|duoda|duo da|jiduo""",
    Ask.PERCENT: """
        幾多個percent 幾多percent 多少個percent 多少percent 幾個percent
        幾趴 多少趴 幾個趴 百分之幾趴
        百分之幾 百分之多少 多快 幾快 幾個百分點 百分比 幾% 多少% 幾成 多少個點 幾個點 幾巴仙 幾多% 幾多個巴仙 百分幾
        how fast|what %|what percent|what percentage|how many percent|percentage|baifenzhiji|percent""",
    Ask.MULTIPLE: "幾倍 多少倍 幾多倍 翻幾倍 幾多個倍 倍數|how many times|how many x|how many fold|jibei|ji bei",
    Ask.COUNT: """
        幾萬片 幾十萬片 幾千片 多少萬片 幾萬台 幾百個 幾千個 幾萬個 幾百台 幾十台 幾百種 幾千種
        有幾款 有幾個 有幾家 有幾間 有幾種 有幾條 有幾場 有幾席 有幾台 有幾顆 有幾塊 有幾位 一共幾款 一共幾家 總共幾家 總共幾款
        幾個 幾款 幾家 幾間 幾席 幾台 幾部 幾片 幾顆 幾條 幾種 幾塊 幾支 幾位 幾場 幾屆 幾代 幾大 幾套 幾粒 幾次 多少個 多少家 多少間 多少款 多少台 多少片 多少顆 多少條 多少種
        多少張 幾多個 幾多間 幾多家 幾多款 幾多片 幾多台 幾多條 幾多粒 幾多種 幾多次 多少席 幾多席 幾張 幾輪 多少輪 幾多輪 數目 數量
        how many|number of|count of|how many rounds|ji ge|ji kuan|ji jia|jikuan|jige|jijia|duoshao ge|duoshao jia""",
    Ask.RANK: "第幾 第幾個 第幾家 第幾場 第幾屆 第幾代 第幾次 排第幾|how many-th|which number|nth|how-many-th|what number|diji|di ji",
    Ask.WHAT: """
        哪一張 邊一張 哪一塊 哪一顆
        什麼 甚麼 啥 哪 邊 邊個 咩 乜 乜嘢 咩嘢 嘜 什麼樣 怎樣的 怎麼樣的 什麼叫 哪個 哪一個 哪種 哪一種 哪類 哪一類 邊種 邊類 邊款 邊張 哪款 哪一款 哪塊 哪顆 哪張 哪張卡 邊樣 哪樣 哪項 哪一項 邊項
        哪方面 哪個方面 邊方面 邊個方面 什麼方面
        哪代 哪一代 哪屆 哪一屆 哪句 到哪一步 哪一步 到哪步 走到哪 跑到哪 到哪了 去到邊 邊一步 叫什麼 叫啥 叫咩 叫做什麼 叫乜 叫甚麼 何 何種 何物 幹嘛的 幹嘛用 幹嘛用的 拿來幹嘛 什麼名 咩名 啥名 名字 名稱 名叫
        what|which|what's|whats|what kind|what type|what sort|which kind|name of|called|shenme|sha|na ge|nage|jiao shenme|shenme ming""",
    Ask.LIST: """
        在哪三方面 在哪幾方面 在哪兩方面 在哪些方面 在哪幾個方面 在哪三個方面 哪三方面 哪幾方面 哪兩方面
        哪些公司 哪些企業 哪些廠商 邊啲公司 邊啲廠 哪些 哪幾 哪幾個 哪幾家 哪幾間 哪幾種 哪幾款 哪幾項 哪幾類 哪幾條 哪幾樣 哪四 哪三 哪兩 哪五 哪兩顆 哪兩塊 哪兩張 哪三個 哪三款 哪三顆 哪兩個 哪兩款 哪兩條 哪三家 哪四家 哪兩間 哪兩種 哪三間 哪四間 邊啲 邊幾間 邊幾個 邊幾樣 邊幾種 邊兩間 邊兩家 邊四間 邊三間 邊兩個 邊兩款 邊兩種
        有咩 有邊啲 有乜 有什麼 有啥 有哪些 有誰 都有誰 都有哪些 都有什麼 都是誰 都有啥 都誰 列出 列一下 列舉 舉例 羅列 列下 數一下 點名 名單 全列出來 全列 列全 都列出來 都列一下 全部列 一一 所有 全部 全都 各是 分別是 分別有 分別叫 數埋 逐個 講齊 報下 逐一
        list|name|names|all the|everything|enumerate|which of these|which of the|which ones|which two|which three|which four|what two|what three|what are|who are|which companies|what companies|which firms|tell me all|give me the|all of|na xie|naxie|na ji|you na xie|younaxie|you shenme|na liang""",
    Ask.WHY: """
        怎麼都 怎麼全 怎麼全都 點解都
        為什麼 為甚麼 為何 為啥 為咩 做咩要 點解 幹嘛 幹嗎 幹啥 咋就 咋會 咋能 咋這麼 憑什麼 憑啥 憑咩 憑甚麼 怎麼會 何以 緣何 因何 怎麼能 怎麼就 何解 什麼原因 啥原因 咩原因 原因是什麼 理由 原因 什麼緣故 咩緣故 什麼道理 靠什麼 靠咩 靠啥 靠乜 圖什麼 做乜 為乜 何故
        why|how come|what makes|what made|reason|reasons|why is|for what reason|weishenme|wei shenme|weisha|pingshenme|yuanyin|how come they""",
    Ask.HOW: """
        怎麼 怎樣 怎麼樣 如何 點 點樣 咋樣 咋個 什麼情況 啥情況 咩情況 好不好 好唔好 怎講 點講 怎麼說 怎麼講 原話 原文 怎麼描述 怎樣描述 如何描述 怎麼形容 怎樣形容 點形容
        how|how does|how did|how is|zenme|zenyang|ruhe""",
    Ask.DEFINE: """
        到底是什麼 到底是什麼東西 到底是啥 到底係咩 究竟是什麼 究竟係咩 到底是個啥 到底是個什麼
        是個什麼東西 係乜東東
        是什麼 是啥 是什麼東西 是啥東西 是什麼來的 是什麼意思 什麼意思 啥意思 咩意思 乜意思 係咩 係乜 係咩嚟 係咩嚟㗎 係乜嘢 係乜嘢嚟 係咩料 是個啥 是個什麼 是何 是何物 什麼是 何謂 什麼叫 何為 指什麼 指的是什麼 指啥 指咩 是指
        解釋 解釋一下 解釋下 介紹 介紹一下 介紹下 科普 科普一下 說說 講講 聊聊 講下 了解一下 了解下 什麼東東 什麼鬼 什麼玩意 啥玩意 咩東東 什麼來頭 什麼來路 咩來頭 啥來頭 干什麼的 是什麼公司 是什麼芯片
        what is|what's|whats|what are|what does mean|what do mean|define|explain|meaning of|tell me about|about|describe|who is|who's|introduce|intro|overview|info|info on|shi shenme|shishenme|shenme yisi|shi sha|jieshao|what exactly is|what exactly are""",
    Ask.COMPARE: """
        各在哪 各在哪裡 各自在哪 各自在哪裡 分別在哪裡 各喺邊 各喺邊度 分別喺邊 分別喺邊度
        各 各有 各為多少 各有多少 各是多少 各係幾多 各佔 各值 各在 各用 各做 各叫 各屬 各由 各自多少 各多少億 各幾億 各係邊 各是哪 各是誰 各是什麼 各有什麼 相差多遠 相差幾遠 相差多少 相差幾多 分別多少 分別是 分別係 分別在 分別有多
        對比 比較 相比 比 區別 差別 差異 分別 不同 有何不同 有什麼不同 有咩唔同 有咩分別 唔同 差在哪 差在哪裡 差別在哪 分別在哪 區別在哪 不同在哪 差異在哪 差多少 差幾多 差多遠 差幾遠 相差 差距 誰高 誰多 誰大 誰更高 誰更多 誰更大 誰強 誰低 誰少 哪個高 哪個多 哪個大 哪個低 哪個少 哪家高 哪家多 哪家大 邊個高 邊個多 邊個大 邊間高 邊間多 邊間大 邊個勁 高低 高啲 多啲 大啲 多一點 高一點 大一點 高些 多些 各多少 各是多少 各自 各是 各幾多 分別是多少 變化 差額 誰領先 孰高 孰多 孰先 孰先孰後 孰早 誰先誰後 孰優 更高 更多 更大 哪個先 哪個早 哪個更早 邊個先 邊個早 誰先 誰早 先後 哪個在前 差 一樣嗎 一樣 相同 同一類 同一種 同類 同一回事 一回事 兩者 兩家 兩個市場
        next to|side by side|vs|versus|v.s|compared with|compared to|compare|compared|comparison|difference|differences|differ|different|higher|bigger|larger|more|lower|smaller|less|gap|each|both|contrast|between|duibi|bijiao|qubie|chabie|butong|earlier|later|came first|which first|before/after|each one|respectively|diff|diffs|whats the diff""",
    Ask.CHECK: """
        不是早就 不是已經 不是早 不是都 唔係早就 唔係已經 不是說
        沒記錯 沒記錯吧 冇記錯 我沒記錯 如果沒記錯 沒搞錯 沒弄錯 記錯 記錯了 冇搞錯 沒說錯 我沒說錯 沒看錯
        齁 的齁 是唄 對唄 吼
        嗎 吧 麼 對嗎 對吧 對不對 是嗎 是吧 是不是 係咪 係唔係 係咩 啱唔啱 啱嘛 真的嗎 真係 真嘅 真的假的 真定假 沒錯吧 沒錯 有沒有 有冇 是否 有否 不是嗎 不就是 難道 該不會 應該是 聽說 聞說 聽講 據說 據聞 好像是 好似係 記得是 我記得 我以為 以為 確定 可不可以 能不能 可唔可以 會不會 會唔會 有無 算不算 算唔算 沒有嗎 咩嘛 掛 啩 嘛 嚟㗎 㗎喎 喎 沒 了沒 未 了嗎 咗未
        right|correct|is it true|true|isn't it|isnt it|is it|isn't|isnt|wasn't|wasnt|aren't|arent|didn't|didnt|doesn't|doesnt|don't|really|no|yes|yeah|huh|i thought|thought|heard|i heard|so is|is|was|did|does|do|has|have|are|were|can|duima|duiba|shibushi|shi bu shi|ma""",
    Ask.SHOW: """
        俾我知 畀我知 講我聽 話我聽
        查 查下 查一下 查查 搜 搜下 告訴我 話我知 話俾我知 話畀我聽 講我知 想知 想知道 我想知道 想問 想請問 請問 求問 求教 問下 問一下 請教 請教一下 想了解 求 求解 求科普 求告知 誰知道 有人知道 邊個知 有冇人知 有沒有人知道 有人知 有誰知道 知唔知 知不知道 知道嗎 知道 麻煩 資料 詳情 詳細 情況 背景 簡介
        tell me|show me|show|find|look up|lookup|do you know|does anyone know|anyone know|anybody know|i want to know|want to know|can you tell me|could you tell me|please tell|quick question|question|remind me|wondering|i wonder|curious|details|profile|give me|chaxun|qingwen|zhidao|gaosu wo|according to the article|according to the text|according to this article|in the article|per the article|can be found|be found|found in""",
    Ask.REMARK: """
        希望 但願 祝福 期盼 太誇張 好誇張 真誇張 太猛 好猛 太強 好強 太牛 牛逼 真牛 太勁 好勁 犀利 好犀利 勁爆 太厲害 好厲害 真厲害 真的猛 恭喜 祝賀 賀喜 佩服 膜拜 服了 跪了 笑死 笑鬼死 笑到 哈哈 哈哈哈 哈哈哈哈 嘻嘻 呵呵
        唉 哎呀 好慘 太慘 無語 頭痛 頭好痛 好煩 氣死 羨慕 喜歡 鍾意 討厭 開心 難過 感慨 感動 感覺 覺得 我覺得 我諗 我睇 個人認為 我看好 我都 我都係 我也 我剛 我已經 我今天 我昨天
        早安 晚安 午安 早晨 早唞 拜拜 掰掰 再見 收到 謝謝大佬 多謝晒 辛苦 辛苦了 加油 頂一下 馬克 轉發 分享 路過 圍觀 吃瓜 潛水 打卡 沙發 同意 贊同 支持樓主 說得對 講得啱 冇錯 有道理
        原來 原來是 又一家 又有一家 又一間 真的是 終於 竟然 居然 果然 難怪 怪不得 原來如此 學到了 長知識 漲知識 明白了 懂了 了解了 知道了 收藏 期待 等著 等緊 坐等 衝啊 衝鴨 梭哈
        i hope|hopefully|wish them|lol|lmao|rofl|haha|hahaha|wow|omg|nice|congrats|congratulations|respect|kudos|awesome|amazing|insane|crazy|wild|love|hate|lovely|impressive|cool|damn|wtf|gg|gm|gn|good morning|good night|thanks everyone|thank you|imo|imho|i feel|i believe|can't wait|finally|sad|sadly|unfortunately|agree|agreed|same here|me too|my friend|my boss|my colleague""",
}
"""Asking words: Chinese ones apart by white space, phrases in Latin letters by |. A word may stand under several asks."""

_WHICH, _SO_MANY, _COUNTED = "哪邊", "兩二三四五六幾", "個家間款顆塊張條種項類樣隻支位場"


def counted() -> Iterator[str]:
    """The words that ask which so many there are (哪兩款, 邊三間): they ask for a list."""
    return map("".join, product(_WHICH, _SO_MANY, _COUNTED))
