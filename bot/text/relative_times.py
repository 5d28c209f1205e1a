"""Times that depend on the day they are said, or on what was said before: 去年, 三年前, YTD, the year before."""

from bot.text.patterns import Pattern

_SOME = r"\d{1,2}|[一两二三四五六七八九十几]{1,3}|好几|多"
_SOME_ENGLISH = r"\d{1,2}|an?|one|two|three|four|five|six|ten|few|couple of|several|many"

AGO = Pattern(
    rf"(?a)(?<![\d零〇一二三四五六七八九十百千])(?:{_SOME})\s?(?:个月|个季度|年|天|周|星期)多?(?:之前|以前|前(?!后))"
    rf"|\b(?:{_SOME_ENGLISH}) (?:years?|quarters?|months?|weeks?|days?) (?:ago|before|earlier|prior)\b",
    ("前", "ago", "before", "earlier", "prior"),
)
RELATIVE = Pattern(
    r"(?a)(?:大前年|去年|今年|明年|前年|后年|上年|昨年|旧年|来年|翌年|次年|本年|上一年|前一年|去年同期|过去一年|近一年)(?:度|[底初末尾]|中(?!国))?"
    r"|年内"
    r"|上季|本季|下季|今季|上个?月|这个?月|下个?月|昨天|明天|今日|今天|上周|本周|下周"
    r"|\b(?:last|this|next|previous|prior|past) (?:year|quarter|month|week)\b|\byear before(?: last)?\b|\byear[ -]to[ -]date\b|\bytd\b"
    r"|\b(?:first|last|past) (?:\w+ )?(?:months|quarters)\b|\b(?:first|second|third|fourth) quarter\b|\b(?:yesterday|tomorrow|today)\b|\b(?:qunian|jinnian|mingnian|qiannian)\b",
    ("年", "季", "月", "天", "今日", "周", "year", "ytd", "quarter", "month", "week", "day", "tomorrow", "nian"),
)
