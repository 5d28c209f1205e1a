"""Words that carry no content of their own and never count against an answer. Language knowledge only."""

WORDS = """
的 了 呢 啊 呀 吖 哦 喔 噢 嗯 呃 唉 哎 欸 誒 咦 哇 哈 嘿 嗨 哪 嘛 嘞 咯 囉 啦 喇 嘅 㗎 架 咋 喎 噃 吓 咩 呵 嚟 嚟嘅 嘢 啫 先 添 住 咗 過 緊 喺 係 是 即係 就係 都係 就是 也是 都是 算是 乃 為 系
在 於 到 去 來 把 被 給 畀 俾 讓 使 令 將 對 對於 關於 有關 至於 以 及 以及 和 跟 與 同 同埋 或 或者 還是 定係 定 而 而且 但 但是 不過 然而 因為 所以 如果 若 雖然 既然 並 並且 且 又 也 亦 還 還有 仲 仲有 再 就 才 都 全 均 皆 只 僅 僅僅 只是 不僅 除了 包括 連 甚至 其 其中 之 之一 所 等 等等 們 這 那 此 該 本 某 每 各 另 其他 其它 別的
這個 那個 呢個 嗰個 呢啲 嗰啲 這些 那些 這樣 那樣 這種 那種 這麼 那麼 咁 咁樣 嗰隻 呢隻 嗰款 嗰間 呢間 嗰陣 嗰時 那塊 這塊 那部分 那邊 這邊 那家 這家 那筆 這筆 那段 那句 這句 那張 這張 那款 這款 那組 那份 那一 這一 那次 這次 那場 這場 那兩 這兩 那條 這條 那堆 這批 那批 這幫 那幫 呢批 嗰批 這裡 那裡 呢度 嗰度 這裏 裡面 裏面 裡頭 入面 當中 裡 裏 中 內 上 下 上面 下面 方面 一塊 當時 那時 那會兒 那時候 此時 的話
我 你 他 她 它 我們 你們 他們 她們 它們 咱 咱們 佢 佢哋 我哋 你哋 您 自己 自家 人家 大家 各位 大佬 老哥 兄弟 兄弟們 師兄 朋友 朋友們 同學 老師 版主 群主 群友 哥們 姐妹 親 寶 家人們 樓主 版友 師傅 大神 各位大佬 bot 機器人 機械人 小助手 助手 小編 老鐵 老鐵們 寶子 寶子們 姐妹們 姊妹們 鐵子 鄉親們
請 唔該 拜託 麻煩 謝謝 多謝 感謝 謝了 thx 急 在線等 順便 順便問 弱弱 弱弱問 弱弱地問 小白 小白問 新人 跪求 求助 幫 幫我 幫忙 幫手 幫下 一下 下 呀麼 好 好的 可以 能 能夠 會 應該 應 要 想 需要 得 可 可能 大概 大約 約 左右 差不多 究竟 到底 其實 明明 分明 實際 實際上 具體 具體來說 準確 確切 真 真的 真係 真正 居然 竟然 原來是 來著 來着 似乎 好像 好似 看來 據 按 按照 依照 根據 話 話說 話似 說 說的 說是 講 講的 講緊 提 提到 提過 提及 寫到 寫道 記載 稱 表示 認為 叫 叫做 稱為 稱之為 又叫 名為 所謂 所說 說到 談到 指 指的 指的是 是指 說的是 講的是
現在 如今 目前 當前 而家 宜家 依家 現時 現階段 近來 近年 近年來 這幾年 近幾年 最近幾年 過去幾年 前幾年 頭幾年 呢幾年 近期 最近 一路 一直 已 已經 剛 剛剛 剛才 曾 曾經 正在 正式 終於 後來 之後 以後 然後 接著 接着 期間 同期 當年 當天 當日 那年 那天 嗰年 嗰日 年 月 日 號 時 時候 時間 點 次 回 番 趟 下子
有 沒 沒有 無 冇 未 不 唔 非 否 別 莫 是有 擁有 具有 具備 存在 屬 算 算係 成為 成 變 做 做到 當 當作 作 作為 作成 整 搞 弄 用 用來 拿 拿來 靠 通過 透過 經 經過 由 從 自 打 向 往 朝 至 直到 止 為止 起 開始 始 出 入 進 開
一 一個 一種 一些 一點 一點點 少少 啲 個 隻 只 間 家 款 塊 顆 粒 張 部 台 條 支 位 名 件 項 種 類 樣 樣子 點 份 批 幫 群 對 雙 兩 兩個 兩家 兩者 三 三個 幾 多 少 很 好多 許多 不少 太 更 最 非常 十分 特別 尤其 比較 相當 蠻 挺 夠 極 極其 超 超級 這麼多 那麼多 咁多 大 小 高 低 新 舊 強 整個 整體 總 總共 總計 一共 合共 合計 總體 全部 主要 最主要 主力 大致 基本 基本上 一般 通常
事 事情 東西 嘢 情況 問題 答案 意思 內容 部分 地方 人 個人 人話 原話 說法 講法 文中 文章裡 文章中 文裡 文章說 文章提到 文章給了 文章給出 文章列了 文章列出 文章話 篇文 報道說 據報 據報道 據文章 按文章 照文章 根據文章 根據本文 內文 文內 文 報導 報道 新聞 消息 官方 官方說 業界 外界 市面 市面上 行業裡 圈內 名 名字 名稱 稱號 具體名 英文 中文 數 個數 數字 數值 金額 額 量 程度 水平 級別 段 期 階段 層面 角度 領域 範圍 單位 元 人民幣 塊 億 萬
公認 公開 所有 任何 每個 每家 各自 分別 各 互相 一起 一齊 共同 同樣 同時 一樣 同一 單獨 本身 自身 親自 直接說 簡單 簡單說 簡單來說 一句話 簡述 概括 總結 總結一下 複述 描述
旗下 手上 手下 手頭 名下 家的 家裡 公司 這公司 這家公司 那家公司 該公司 呢間公司 企業 廠 股份 科技 集團 有限公司 品牌 廠商 商 方 派 隊
拿到 拿了 拿下 獲 獲得 得到 取得 收到 攞 攞到 拎 帶 帶來 帶給 引起 造成 導致 產生 形成 達 達到 達成 到達 去到 做到 實現 完成 進行 採取 採用 採納 選用 使用 運用 利用 應用 推 走 行 跑 跑到 落 落到 放 放在 留 留在 擺 位於 處於 跟住 隨著 隨着 面對 面臨 按住 相關 涉及 有份 參與 加入 加上 加埋 連同
吹 吹牛 吹得 號稱 自稱 宣稱 聲稱 標榜 傳說 傳說中 江湖 江湖人稱 人稱 網上說 網傳 朋友說 同事說 有人說 老師說 老闆說 人哋話 有人話 人話
實錘 求證 核實 確認 確認一下 確認下 問 問問 想問問 問個 問一句 提問 搶答 考考你 考你 測試 試試 試下 猜 猜猜 估下
形容 形容成 形容為 描述成 比喻成 稱呼 算什麼 代表 意味 意味着 說明 體現 出來 出來的 起來 落嚟 嚟到 背後 背地裡 一般來說 今 今次 這回 呢次 嗰次 嗰套 呢套 那套 這套 模式 嗰個 嗰支 嗰粒 嗰部 咪 咪係 囉 埋 嚟計 嗰份 嚟講 嗰班 嗰批 搭 擺在 擺喺 安 安了 取 取的 攞過 事兒 啥的 範圍 快 越 水準 算 系列 種類 品類 別的 別家 另外 此外 那會兒 那會 那陣子 會兒 究竟係 來自於 講起 說起 論 論起 談談 聊下 講真 老實 老實講 坦白講 話時話 順帶 一提 呀喂 喎 呗 唄 哩 咧 嘅嗎 東東 求科普 求告知 捋一下 捋 蚌埠住了 綳不住 真香 扒一扒 扒一下 盤一盤 盤一下 數數 報一下 報下 報 晒 曬 齊 返 翻 佔住 番 嘅料 料 一手 二手 全程 中間 其間 期內 那仨 仨 那倆 倆 哥倆 這倆 搞定 出頭 有餘 前後 同埋仲 以及還 之中 內裡 底下 頭 尾 版 版本 環 環節上 首先 其次 接下來 換 換成 換言之 拿去 拿出來 列給我 列出來 全列 愿意 願意 敢 肯 樂意 打算怎 說成 講成 寫成 當成 看成 視為 視作 定義為 等同 講到 提及到 這事 那事 此事 這件事 呢件事 嗰件事 這回事 一事 作者 筆者 編者 文章作者 年頭 這年頭 這麼多年 一堆 一家接一家 一個接一個 接連 紛紛 陸續 % 活 活兒 佔了 幹 發的是 發的 出手  講的是什麼 說的是啥 說的是什麼 指的是什麼 講的係咩 說的是哪 講的是啥 結果是 突然 忽然 一下子 短短 迅速 快速 飛快 大幅 持續 不斷 逐步 慢慢 越來越 繼續 仍 仍然 依然 依舊 至今 迄今 截至 截止
哪些方面 哪方面 邊方面 咩方面 什麼方面 方式 方法 手段 途徑 形式 類型 類別 種類 樣式 品種
嘛呢 呢吧 啊啊 呀呀 喂 hey hi hello 你好 您好 哈囉 哈嘍 早 早安
""".split()
"""Chinese fillers."""

LIGHT = """
上班 下班 上學 放學 面試 入職 離職 辭職 實習 加班 開會 出差 午飯 飯局 厲害 勁 犀利 牛 牛逼 猛 誇張 咁誇張 恐怖 可怕 驚人 驚 爆 離譜 猛料 爽 棒 讚 好勁 好犀利 咁勁 咁犀利 咁猛 神 神奇 有趣 好奇 搞笑 哈哈 哈哈哈 笑 笑死 卧槽 我去 天啊 暈 服了 牛啊 6 666 233
衝着 冲著 奔着 朝着 沿着 接着 幫着 忙着 想着 盯着 圍着 帶着 拿着 抱着 守着 對着 借着 趁着 藉着 本着 有着
感覺 覺得 認得 記得 懂得 曉得 值得 懶得 捨得 顯得 顯示 看到 看見 看過 看出 看起來 看上去 聽到 聽見 聽過 讀到 讀過 見過 見到 想到 想過 查到 查過 搜到 提及 涉及 講過 說過 問過 寫過 談過
選中 挑中 找上 找來 找過 盯上 看準 瞄上 瞧上 瞧 瞅 望 睇到 睇過 睇住 聽過話 聞說 估計下 猜測 推測 判斷 分析 研究下 理解 理解得 認識 意識 明白 清楚 搞清楚 弄清 分清 搞懂 弄懂 摸清 確切說 準確說 嚴格說 嚴格來說
牽扯 牽連 串起來 扯到 扣起來 連起來 湊 湊齊 湊成 拼 拼起來 組 組隊 排 排列 列出來 歸類 歸到 分成 分到 分出 劃分 劃歸 劃到 算進 算入 計入 計到 放進 塞進 塞了 裝了 裝進 擺到 擱 擱在 躺 坐落 坐鎮 蹲 守 佔領 搶 搶到 搶佔 奪 奪下 攬 攬到 攬下
轉 轉成 轉向 轉變 轉型 改 改成 改為 改做 改變 變 變化 變得 變身 化身 換來 換到 升級成 晉級 晉升 躍升 躍居 位列 名列 排名第 居首 稱霸 稱王 登頂 封頂 衝上 衝到 衝出 殺出 殺到 殺入 闖 闖出 闖入 跨入 跨進 邁向 邁進 邁出 走進 走入 走向 走到 走完 跑完 跑出 飛 飛躍 爬 爬到 撐到 撐起 撐住 扛 扛起 扛住 頂住 托 托起 推動 推進 推向 驅使 促成 促使 促進 助力 助推 加速 加持 賦能 拉 拉動 拉來 拉到 拉升 帶動 帶起 引領 引導 引發 引來 激發 觸發 點燃 打響 打進 打入 打開 打通 打下 打造出 開啟 開創 開拓 開闢 開出 展開 展現 展示 體現 呈現 表現出 反映 折射 透露 披露 公開 曝光 曝 爆出 傳出 傳來 流出 亮眼 搶眼 矚目 出色 出彩 優秀 漂亮 精彩 驚艷 給力 靠譜點
深 深入 深厚 深刻 深度 淺 厚 薄 寬 窄 長 短 遠 近 早 晚 遲 慢 重 輕 粗 細 緊 鬆 硬 軟 冷 熱 火 火熱 火爆 紅 紅火 旺 興旺 繁榮 穩 穩定 平穩 扎實 紮實 結實 牢固 堅實 堅定 堅持 堅決 豐富 充足 充分 足夠 夠用 夠不夠 明顯 顯著 突出 獨特 特別 特殊 普遍 廣泛 全面 完整 完備 完善 齊全 齊備 成套 成體系 系統 專門 專職 專業 正規 正宗 地道
生產線 底氣 門道 門路 名堂 來頭 來歷 由來 背景板 門面 招牌 招牌菜 殺手鐧 王牌 絕活 看家本領 本事 兩把刷子 花樣 花招 套路 路數 說辭 說頭 講究 意味 味道 感 範兒 風格 風 氣 勢 氣勢 陣仗 陣容 格 檔次 段位 咖位 地盤 江山 天下 半壁江山 一席之地 一杯羹
純粹 純屬 單純 純 壓根 壓根兒 本來 原本 原先 起先 向來 從來 素來 歷來 一向 始終 總是 老是 經常 常常 時常 往往 偶爾 有時 時不時 不時 隨時 及時 當即 立刻 立即 馬上 趕緊 趕快 即刻 頓時 瞬間 一瞬間 轉眼 眨眼 轉頭 回頭 隨後 隨即 繼而 進而 從而 因而 於是 最終 終究 畢竟 反正 橫豎 總之 總而言之 換句話說 也就是說 即是說 再者
況且 何況 特別是 乃至 以至 差點 險些 將近 起碼 至少 至多 最多 最少 頂多 單單 光是 光 只不過 無非 不外乎 恰好 正好 恰恰 正巧 湊巧 偏偏 反而 反倒 倒 倒是 竟 竟是 卻 卻是 照樣 照舊 亦是 皆是 均為 均是 全是 盡是 淨是 大都 大多 大多數 多半 多數 一部分 大部分 絕大部分 略 稍 稍微 稍稍 略微 有點 有些 有點兒 頗
頗為 頗具 極為 極度 異常 格外 分外 尤為 更為 更加 愈發 愈加 越發 日益 日漸 漸漸 逐漸 一步步 一步一步 漸 逐 相繼 先後 依次 輪流 反覆 再三 一再 屢次 數次 再次 又一次 重新 從頭 親手 親身 私下 暗中 公然 故意 特意 特地 專程 刻意 有意 無意 順手 隨手 隨便 隨意 任意 盡量 盡可能 盡快 盡 盡力 努力 拼命 用力 大力
全力 竭力 積極 主動 被動 自然 自然而然 當然 固然 誠然 果真 的確 確實 實在 着實 真是 簡直 彷彿 宛如 猶如 如同 好比 譬如 比如 比如說 例如 諸如 像是 像 就像 正如 如 如此 這般 那般 雖說 雖 儘管 即使 即便 哪怕 就算 縱使 無論 不管 不論 既 既是 要是 假如 假設 倘若 萬一 除非 只要 只有 唯有 唯一 免得 省得
以免 以便 好讓 老式 老牌 老字號 神秘 有名 出名 知名 著名 聞名 大名鼎鼎 響噹噹 鼎鼎 高大上 炫 酷 帥 燃 爆款 熱門 冷門 小眾 大眾 普通人 一般人 平民 老百姓 百姓 網民 股民 散戶 韭菜 小夥伴 小朋友 同行 行家 內行 外行 專家 粉絲 讀者 觀眾 當下 眼下 此刻 現下 目下 昔日 往日 往年 嗰陣時 早些年 前些年 前幾年 這些年 這陣子 這段時間 這段日子
這段期間 那段時間 那段時期 時期 時段 當口 眼看 一年到頭 全年 一整年 整年 年內 年底 年末 年初 年中 月底 月初 事後 事前 此前 此後 其後 自此 從此 至此 屆時 到時 到時候 發生 發生過 出現過 發現 看看 想起 知曉 瞭解 正處 正處於 處在 身處 位處 正值 適逢 恰逢 碰上 遇到 遇上 碰到 撞上 遭遇 遭到 受到 得着 取到 撿到 提出 給出 給到 交出
交到 放出 扔出 丟出 拋出 秀出 搬出 祭出 請出 派出 送 送上 送給 攜 攜帶 夾帶 附帶 握 握有 手握 坐擁 擁 享有 享受 承受 承擔 承載 擔當 擔任 充當 出任 出場 登場 現身 上場 上陣 停 停留 停在 停步 保留 保持 維持 保住 守住 穩住 堅守 護 愛 最愛 喜愛 偏愛 熱愛 鍾情 傾向 偏向 偏 朝向
衝 奔 跑去 走去 來到 回到 抵達 到過 來過 去過 做過 用過 玩過 試過 玩 搞到 整到 弄到 做出 生出來 變大 變小 壯大 擴大 擴張 發達 進步 前進 加盟 入夥 聯手 攜手 聯合 搭檔 搭配 搭建 架起 築起 鋪開 開展 開動 起頭 起手 着手 動手 動工 動身 生出 生成 說到底 說穿了 說白了 講白了 講白話 講白啲 講白點 講白 白話 通俗 通俗點
簡單點 簡單講 直白 直白點 人話講 大白話 業務 這門 門 買賣 營生 這行 這一行 圈子 場子 舞台 賽場 戰場 底細 底子 家底 本錢 本色 本質 實質 實情 真相 細節 要點 看點 原委 叫法 稱法 用法 看法 想法 做法 辦法 法子 招 招數 手法 手腕 手筆 大手筆 步子 腳步 步伐 節奏 玩意 玩意兒 傢伙 角兒 大咖 一哥 老大 大哥 老大哥 小弟 新秀
新貴 新星 明星 黑馬 寵兒 報告 做報告 功課 做功課 作業 論文用 筆記 抄筆記 文末 文首 文裡頭 開篇 末 末尾 結尾 開頭說 最後一段 段落 小標題 標題 全文 通篇 人設 齁 滴 噠 捏 喔喔 蛤 欸欸 話知 麻煩講 講多 講返 講一講 指教 賜教 提點 提示 點撥 急需 急求 迫切 渴望 盼 盼望 冷靜 慌 怕 擔心 害怕 失望 驚喜 吃驚 嚇人
嚇到 服 讚嘆 嘆 誇 誇獎 吐槽 罵 噴 黑 捧 捧場 力挺 挺住 撐場 站台 打氣 吃力 費力 費勁 費事 費錢 省 省事 省力 省心 輕鬆 容易 簡易 困難點 麻煩事 棘手 複雜點 複雜嗎 繁瑣 忙 閒 空 滿 足 缺 少了 多了 欠 欠缺 剩 剩下 餘下 其餘 別家的 另一家 另一個 另一款 另一邊 另一頭 兩邊 雙方 各方 彼此 相互
之間 身上 身邊 這頭 那頭 上頭 下頭 前頭 後頭 裡邊 外邊 外頭 內部 外部 天生 生來 與生俱來 骨子裡 本質上 理論上 原則上 事實上 表面上 名義上 字面上 大體上 大致上 總的來說 總體來說 整體來說 嚴格來講 相對來說 某種程度 某程度 多少有點
設計 自行 自力 獨力 獨自 單獨一家 一手包 一口氣 一下下 一會 一會兒 一陣 一陣子 一回 一遍 一番 一頓 一股 一波 一輪又一輪 一代又一代 一環 一環扣一環 一面 一邊 一頭 一側 一旁 一線 一字 一語 一言 一句 一段 一節 一帶 一流 一等 一等一 頂尖水平 頂配 高配 低配 滿配 標配 豪華 奢華 拉滿 爆表 爆棚 逆天 炸裂 硬核 硬氣 硬朗 過硬 靠得住 靠不住 可靠 可信
可行 可取 可觀 可期 可貴 可惜 可憐 值得一提 值得注意 值得關注 引人注目 引人關注 備受 備受關注 備受矚目 飽受 深受 廣受 大受 受盡 受夠 挨 挨着 緊挨 依着 憑着 仗着 頂着 背着 扛着 忍着 看着 聽着 說着 寫着 標着 掛着 頂頭 拼盡 拼死 死磕 硬剛 硬扛 硬撐 苦撐 苦苦 辛勤 辛酸 艱辛 艱難 艱苦 坎坷 曲折 波折 順利 順當 順暢 順遂 一帆風順 一路順
風光 風光無限 風生水起 如日中天 如火如荼 熱火朝天 轟轟烈烈 熱議 熱炒 熱捧 追捧過 吹捧 爭相 爭先 搶先 搶着 搶手 緊俏 吃香 走俏 走紅 爆紅 躥紅 出圈 破圈 圈粉 刷屏 洗版 霸屏 霸榜 上熱搜 熱搜 頭條 話題 議題 課題 題目 主題 標語 口號 金句 名言 名句 比喻句 修辭 詞語 詞彙 字眼 字 字詞 單詞 術語 行話 黑話 縮略 簡稱 簡寫 英文名 中文名 學名
本名 真名 別名是 小名 暱稱 想必 想來 想像 想象 試想 設想 料想 料到 預料 難料 難說 不好說 不一定 不見得 未必 未嘗 何嘗 何妨 不妨 不如 不知 不知道 不曉得 不清楚 不太清楚 不太懂 不懂 看不懂 搞不懂 弄不懂 搞不清 分不清 記不清 記不住 忘了 忘記 忘記了 想不起 想不起來 有點忘 有印象 沒印象 印象中 印象裡 印象 依稀 隱約 隱隱 模糊 大概齊 八成 九成 十有八九 沒準 說不定
保不齊 興許 也許 或許 恐怕 恐怕是 怕是 估摸 估摸着 約莫 約略 粗略 粗略說 粗算 細算 細說 細講 細數 盤點 盤點下 梳理 梳理下 整理 整理下 彙總 歸納 歸納下 總結下 概括下 一句概括 一言以蔽之 長話短說 言歸正傳 話不多說 廢話不多說 閒話少說 直說 直講 老實說 坦白說 實話實說 實話 真心 真心話 真心問 認真 認真問 嚴肅 嚴肅問 好奇問 好奇寶寶 隨口 隨口問 隨便問 弱問 小聲問 舉手 舉手問 插嘴 插一句
插句話 打岔 打擾 打擾了 打擾下 借問 借問一下 順問 補問 追問 追問一下 再問 再問一個 又問 又來問 還想問 另問 多問一句 多嘴 多嘴問 給勁 帶勁 過癮 刺激 振奮 提氣 長臉 爭氣 爭光 露臉 體面 有面子 有料 有貨 有譜 有戲 有門 有望 有機會 有可能 有必要 有意思 有用 有效 有利 有幸 有心 有賴 有賴於 得益於 受益於 歸功於 源於 源自 出於 出自於 基於此 有別於 不同於 異於
優於 勝於 強於 弱於 高於 低於 大於 小於 多於 少於 早於 晚於 先於 繼 繼承 接棒 接力 接手 接到 接過 接住 接上 迎 迎接 迎頭 迎面 面前 跟前 眼前 眼中 眼裡 心中 心裡 心目中 口中 嘴裡 筆下 手裡 手中 懷裡 名單裡 榜上 榜單 榜首 榜 排行 排行榜 座次 位次 名次 行列 陣列 隊列 隊伍 梯隊 第一梯隊 團 團體 團夥 群體
族群 夥伴 隊友 盟友 戰友 老友 好友 冤家 死對頭 勁敵 強敵 宿敵 動靜 動作 動態 動向 動靜大 消息面 風聲 音訊 下文 後續 續集 前傳 前史 前世 前世今生 今生 一生 生平 履歷 經歷 故事 傳奇 神話 童話 奇蹟 壯舉 創舉 舉動 舉措 措施 做了什麼動作 安排 佈置 籌備 準備好 備好 預備 打點 張羅 操辦 操刀 主刀 主理 主管 主事 掌管 掌握
把握 守關 闖關 衝關 衝關前 過關 過關斬將 通關 破關 攻關 攻克難關 一路走來 生意 不光是 配套 技術 選拔 意思 一陣 好處 身體 人體 身上 揾 搵 搵到 最新數字 最新的數字 最新數據 最新的 字母 四個字母 四字 這票 那票 投資人問 投資者問 老闆問 同事問 客戶問 朋友問 領導問 記者問 老師問 學生問 有人問 網友問 群友問 家人問 處理 能處理 不急着 不急 買國 整份 整批 整堆 最後 數字經濟 數字較量 數字競爭 做到最後 使出 等於 掛嘴邊 老掛嘴邊 掛在嘴邊 老掛在嘴邊 後面 例子 舉 舉例子 舉例來說 後面有 增長後 成長後 之後 後 因素 兩個因素 這幾家 這幾間 呢幾間 這幾款 這幾個 呢幾個 這兩家 這兩款 這四家 學生 國中生 高中生 小學生 方案 解決方案 那幾家 那幾間 就那幾家 嗰幾間 好幾 好幾個 好幾家 好幾間 考題 填空題 填空 出題 班上 課堂 課本 講義 考試 要考 論文 引用 參考文獻 參考資料 文獻 西元 公元 這個數 這個數字 接 系列 加 各種 各類 各項 各界 各地 各個 各樣 各式 各行 平均 餘地 定性 這條路 cant 撐腰 關卡 這數字 那數字 呢個數字 嗰個數字 路 採購報告 採購 寫報告 買一張 同行們 吃緊 緊張 畫面 嘅錢
""".split()
"""Verbs, adverbs and adjectives of everyday speech, and set phrases: they weigh little, whatever they say."""

LATIN = """
a an the this that these those it its it's i i'm im me my we our us you your they them their he she his her one ones
of in on at to for from by with about into onto over under than as per via among amongst between within without through during across
and or but so if then because while although though yet also too just only even still already again ever never always
is are was were be been being am isn't do does did done doing don't have has had having can could would should will shall may might must
please pls plz thanks thx thank cheers hi hello hey yo ok okay well oh um uh hmm lol btw fyi imo actually basically exactly precisely roughly approximately about around
now today currently current presently recent recently lately nowadays so-far these days at the moment right now
say says said saying tell told mention mentions mentioned state states stated report reports reported reportedly claim claims claimed claim according article text piece describe described describes refer referred known
get gets got getting gotten go goes going went gone come comes coming came make makes making made take takes taking took taken give gives giving gave given put puts use uses used using let lets want wants wanted need needs know knows knew see seen look looks looking like think thinks thought guess try
reach reaches reached hit hits become becomes became turn turns turned end ends ended start starts started begin began set sets keep kept bring brings brought show shows showed shown happen happens happened
thing things stuff kind kinds type types sort sorts way ways part parts bit lot lots some any all every each other others another same such own very really quite pretty much many more most few less least enough both either neither not no yes
there here where's what's who's that's let's out up down off back away forward together apart again
up-to-date total overall whole entire full overall in-total altogether combined exact actual real true official officially
guys folks anyone anybody someone somebody everyone people person man dude bro mate sir team
big large small high low long short new old good bad best great huge main major key first-hand specific specifically particular particularly especially certain
figure figures number numbers amount value name names named called word words term terms phrase quote quoted sentence line
company's firm's chip's corp inc ltd co technology technologies
can't couldn't didn't doesn't wasn't aren't won't i've i'd you're they're we're there's
ask asking asked answer wonder wondering curious quick quickly simple simply short brief briefly summary summarize explain
two three four five level levels solution something anything everything nothing range side edge basically series state stated tho though rite right-now yr yrs year-long lil kinda sorta gotta lemme gimme cuz coz bc whos hows whens mkt biz co cos corp firm-wise exactly-what precisely-how u y'all folk already actually honestly seriously literally ever even like just only really so such too very well yet ok hmm er eh ah huh lol plz pls thx ty tq cheers quick q question re regarding concerning wrt about per via vs. etc e.g i.e aka namely author author's writer gufen keji span came come route sorry excuse ran bother n r u ur wat wht wats dat da em yall gonna wanna gotta dunno idk
did-they does-it how's hows whens wheres whos whys
china-based made-in domestic-made abt newbie noob rmb still better older strong first-time average startup tho lemme baby segment segments letters factor factors after bibliography essay homework exam quiz cant cannot whole-country
""".split()
"""English fillers; what the article's own vocabulary needs is in the fact files."""

LATIN_LIGHT = """
able accept achieve act actual add advance aim all allow almost along already although always among appear apply around arrive ask assume attempt aware away
be bear beat become begin behave believe beside between beyond big bigger biggest both brief bring broad build but call came care carry cause chance check clear close closely collect come common complete concern consider contain continue convince cool correct count couple course cover
day deal decide declare deep deeply define deliver depend describe detail determine different direct discuss display double doubt draw drive drop due
each early easily easy effort either else emerge enable end enjoy enough enter entire especially establish eventually every exact example exist expand expect explain express extra
face fact fair fairly fall famous far fast fear feel few field fill final fine finish fit follow force form former forward free frequent fresh front full fully further
general genuine gets giant give glad goal good got grab great ground group guess
half hand handle happen happy hard hardly head hear heavy help hence here highlight hint hit hold honest hope hot however huge
idea identify ignore imagine immediate imply improve include indeed indicate individual inside instead intend interest interesting introduce involve issue item
join judge jump just keen keep key kick kinda know known lack large last late later latest latter lay lead learn least leave left less let lie lies light like likely limit line link list listen little live local long look loose loosely lose lot
main mainly maintain major make manage many mark massive match matter maybe mean meant meanwhile meet mention mere mind minor miss modern moment more most mostly move multiple
namely narrow natural near nearly necessary neat need neither new next nice nobody none nor normal note notice notion now obvious occur odd offer often once only onto open opinion oppose option order ordinary original otherwise outside overall own
pace pair particular partly pass past pay people perfect perhaps period permit pick piece place plain plan plus point popular position possible possibly praise precise prefer prepare present press pretty previous prime prior probably proceed produce prompt proper properly propose prove provide pull pure purely push put
quickly quiet quote raise rapid rapidly rare rarely rather reach react read ready real realize recall receive recognize recognise refer reflect regard relate relative rely remain remark remember remind remove repeat represent require respond rest result return reveal right rise role rough roughly round rule run rush rushed
same save say scale seek seem seen select send sense separate serious set settle several shape share sharp short show side sign simple since single sit situation slight slow small smart solid solve somehow sort sound source speak special specific spend spot spread stage stand start state stay step stick still stop straight strict strike strong struggle style succeed such sudden sufficient suggest suit sum super suppose surely surprise surround
take talk target task tell tend term test thank then thing think third thorough though throughout throw thus tie tight tiny title together top total touch toward track tried true truly try turn twice type typical
ultimate under understand unique unless until up upon usual usually utter
various vast version very via view visible want warm wave way weak weigh well whatever whether while whole wide widely will win wish within without wonder word work world worse worth would write wrong yet young
""".split()
"""Everyday English words that weigh little, whatever they say."""
