"""The form of a message: whether it wants confirmation, offers a choice, spans from one to another, denies, or only remarks."""

from bot.text.patterns import Pattern

_NEGATED = Pattern(
    r"(?:不是|唔系|不在|唔喺|并非)(?=[^,;。!?]{1,8}[的嘅](?:是|系)?(?:哪|谁|边))|而不是|而非|不是说|别(?:只|光|净)?(?:讲|说|提|给)|不含|不包括|不算|不计|除了|除(?=.{1,12}(?:仲|还|之外|以外))|唔係讲|唔计|[,;、(]\s*(?:不是|唔系|并非)|"
    r"[,(]\s*not\b|\b(?:instead of|rather than|excluding|except|other than|not counting)\b",
    ("不", "而非", "别", "除", "唔", "并非", "not", "instead", "rather", "exc", "other"),
)
_CLAUSE_END = Pattern(
    r"[,;。!?)]|(?<=[的嘅])(?=是?哪|是?谁|系?边)|(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])|还|仲|之外|以外|\b(?:what|who|which|where|is|are|does|do|did)\b|$",
    ("",),
)
_CHOICE = Pattern(
    r"还是|定系|定是|抑或|抑或者|\bor\b|\bhaishi\b|\bvs\b", ("还是", "定系", "定是", "抑或", "or", "haishi", "vs")
)
_MAKER_OF = Pattern(
    r"那家|那间|嗰间|这家|呢间|的公司|嘅公司|的厂商|the (?:company|maker|firm|guys)|company behind|maker of|firm behind",
    ("那", "间", "这家", "公司", "厂商", "the ", "company", "maker", "firm"),
)
_MAKERS = Pattern(
    r"谁|家|间|公司|企业|厂|边个|compan|firm|maker|player|vendor|\bwho\b|\bnames\b|\bwhich of\b|\bjia\b|gongsi|\bshui\b",
    (
        "谁",
        "家",
        "间",
        "公司",
        "企业",
        "厂",
        "边个",
        "compan",
        "firm",
        "maker",
        "player",
        "vendor",
        "who",
        "names",
        "which of",
        "jia",
        "gongsi",
        "shui",
    ),
)
_SPAN = Pattern(
    r"(?:从|由|打).{0,14}(?:到|至|变成|变做|去到|涨成)|前后|before (?:and|vs|versus) after|变化|"
    r"\bfrom\b.{1,40}\bto\b|\bcong\b.{1,30}\bdao\b",
    ("从", "由", "打", "前后", "before", "变化", "from", "cong"),
)
_DIFFERENCE = Pattern(
    r"分别(?:在|喺)?\s?(?:哪[里儿]?|边度?)[呢啊呀]?\W*$|"  # 分別在哪上市 asks for the place of each
    r"(?:差|不同|不一样|唔同|区别|差别|差异|difference|differ)(?:[的之]处)?(?:在|喺|is|are|lies?)?\s?(?:哪|边度|边处|where)|(?:哪里|哪儿|哪方面|边度)(?:有)?(?:不同|不一样|唔同|差)|\bwhere (?:do|does|is) .{0,40}differ",
    ("差", "不同", "不一样", "唔同", "区别", "分别", "differ"),
)
_THERE_IS = Pattern(
    r"有没有|有冇|有无|有出|有做|有[^,;。!?]{1,12}(?:吗|嘛|么|没|冇|咩)\W*$|\b(?:has|have|is there|are there)\b",
    ("有", "has", "have", "there"),
)
_AMONG = Pattern(
    r"(?:里|里面|里头|之中|当中|中间|其中|入面|之间)|\b(?:among|amongst|out of|of the (?:four|dragons))\b",
    ("里", "中", "入面", "之间", "among", "out of", "of the"),
)
_TOLD = Pattern(r"(?:了|啦|喇|哈|!)\W*$", ("了", "啦", "喇", "哈", "!"))
_CLOSING_CHECK = Pattern(
    r"(?:吗|吧|(?<![什怎多])么|ba|ma|对不对|没错|right|correct|(?:is|was|did|does|are|were|do)n'?t (?:it|they)|yeah|innit|huh|啩|咩|嘛|的巴|齁)[哈呵嘿]*\W*$"
    r"|(?<=..)(?:吗|吧|齁)[ ,!。;~]+[^ ,!。;~?]{1,5}\W*$",
    (
        "吗",
        "吧",
        "么",
        "的巴",
        "齁",
        "ba",
        "ma",
        "对不对",
        "没错",
        "right",
        "correct",
        "t it",
        "t they",
        "yeah",
        "innit",
        "huh",
        "啩",
        "咩",
        "嘛",
    ),
)


def asks_whether_there_is(folded: str) -> bool:
    """Whether it asks if somebody has such a thing (有沒有訓練卡): to have another says nothing against it."""
    return bool(_THERE_IS.search(folded))


def asks_what_differs(folded: str) -> bool:
    """Whether it asks in what things differ (差在哪), which is no place."""
    return bool(_DIFFERENCE.search(folded))


def asks_among(folded: str) -> bool:
    """Whether it asks for one among several (四小龍裡哪家 …)."""
    return bool(_AMONG.search(folded))


def choice_at(folded: str) -> int | None:
    """Where the word stands that parts two alternatives, if they are offered."""
    found = _CHOICE.search(folded)
    return found.start() if found else None


def spans(folded: str) -> bool:
    """Whether it asks from what to what."""
    return bool(_SPAN.search(folded))


def means_maker(folded: str) -> bool:
    """Whether a product may be named for its maker: 做 X 那家, the company behind X."""
    return bool(_MAKER_OF.search(folded))


def asks_for_makers(folded: str) -> bool:
    """Whether it asks for companies (誰, 哪些公司, 哪兩家), and not for whatever there is (有什麼好吃的)."""
    return bool(_MAKERS.search(folded))


def closes_as_check(folded: str) -> bool:
    """Whether it ends as a question for confirmation."""
    return bool(_CLOSING_CHECK.search(folded))


def ends_as_told(folded: str) -> bool:
    """Whether it ends as something told, not asked."""
    return bool(_TOLD.search(folded))


def negated_spans(folded: str) -> tuple[tuple[int, int], ...]:
    """The stretches that are denied or left out: ", 不是 AI 那塊", "excluding …" up to the end of the clause."""
    ends = ((match.end(), _CLAUSE_END.search(folded, match.end())) for match in _NEGATED.finditer(folded))
    return tuple((start, end.start() if end else len(folded)) for start, end in ends)
