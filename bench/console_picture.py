"""Draws the README's picture of the console: `python -m bench.console_picture` asks real questions and keeps what is printed."""

import io
import re
from html import unescape
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.answering.model import Question
from bot.answering.snapshot import open_engine
from bot.chat.console.rendering import rendered
from bot.knowledge.loading import seed_folder
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.replies.language import of_text

PICTURE = Path(__file__).parent.parent / "docs" / "pictures" / "console.svg"
ASKED = ("沐曦 2024 營收", "摩爾線程的淨利潤是多少", "compare MetaX and Biren revenue 2024")
FONTS = "'Noto Sans Mono CJK TC', 'PingFang TC', 'Microsoft JhengHei', monospace"


def main() -> None:
    """Ask, and draw what the console shows."""
    engine, catalogue = open_engine(seed_folder()), Catalogue.load()
    console = Console(record=True, width=92, file=io.StringIO(), highlight=False)
    for words in ASKED:
        console.print(Text.assemble(("? ", "bold cyan"), words))
        answer = engine.answer(Question(words))
        console.print(rendered(compose(answer, engine.knowledge, catalogue, of_text(words)), catalogue))
        console.print()
    # The reader's own fonts instead of some from elsewhere: a picture that needs nothing from the net.
    plain = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    plain = plain.replace("font-variant-east-asian: full-width;", "")
    plain = re.sub(r"font-family: (Fira Code, monospace|arial)", f"font-family: {FONTS}", plain)
    PICTURE.write_text(_spaced(console.export_svg(title="make run", code_format=plain)), encoding="utf-8")
    print(f"{PICTURE.name}: {PICTURE.stat().st_size / 1024:.0f} KB")


def _spaced(svg: str) -> str:
    """With each run of text as wide as its cells: rich counts characters, and Chinese ones take two cells."""

    def width(run: re.Match[str]) -> str:
        words = unescape(run[3])
        return f'textLength="{float(run[1]) * cell_len(words) / len(words):g}" lengthAdjust="spacingAndGlyphs"{run[2]}>{run[3]}<'

    return re.sub(r'textLength="([\d.]+)"([^>]*)>([^<]+)<', width, svg)


if __name__ == "__main__":
    main()
