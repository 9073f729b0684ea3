"""What a Word document's styles, fields, tracked changes and signs make of its words."""

from collections.abc import Callable

import pytest

from db.text.reading import read
from tests.letters_made.kinds.zipped import WORD

Docx = Callable[..., bytes]
CHECKS = [("superscript", "8¹"), ("subscript", "8₁"), ("baseline", "81")]


def run(words: str, settings: str = "") -> str:
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def styled(words: str, name: str) -> str:
    return run(words, f'<w:rStyle w:val="{name}"/>')


def paragraph(runs: str, style: str = "", mark: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:rPr>{mark}</w:rPr></w:pPr>{runs}</w:p>'


def style(name: str, settings: str, kind: str = "character", based_on: str = "", more: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:basedOn w:val="{based_on}"/>'
        f"<w:rPr>{settings}</w:rPr></w:style>"
    )


def sheet(*styles: str, defaults: str = "") -> str:
    common = f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
    return f'<w:styles xmlns:w="{WORD}">{common}{"".join(styles)}</w:styles>'


def mark(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def text(data: bytes) -> str:
    return read(data).text


@pytest.mark.parametrize(("script", "expected"), CHECKS)
def test_a_style_raises_or_lowers_through_those_that_are_based_on_it(
    make_docx: Docx, script: str, expected: str
) -> None:
    styles = sheet(style("Up", f'<w:vertAlign w:val="{script}"/>'), style("Mark", "", based_on="Up"))
    assert text(make_docx(paragraph(run("8") + styled("1", "Mark")), styles=styles)) == expected


def test_a_setting_of_the_run_counts_before_its_styles(make_docx: Docx) -> None:
    styles = sheet(style("Gone", '<w:strike/><w:vertAlign w:val="superscript"/>'))
    kept = '<w:rStyle w:val="Gone"/><w:strike w:val="0"/><w:vertAlign w:val="baseline"/>'
    assert text(make_docx(paragraph(run("5", kept) + styled("6", "Gone")), styles=styles)) == "5"


def test_a_paragraph_whose_style_or_the_default_one_strikes_out_is_gone(make_docx: Docx) -> None:
    old = style("Old", "<w:strike/>", "paragraph")
    hidden = style("Normal", "<w:vanish/>", "paragraph", more='w:default="1"')
    body = paragraph(run("In 41%"), "Old") + paragraph(run("In 42%"), "Plain")
    assert text(make_docx(body, styles=sheet(old))) == "\nIn 42%"
    unstyled = f"<w:p>{run('In 43%')}</w:p>"
    assert text(make_docx(unstyled + body, styles=sheet(hidden, old, style("Plain", "", "paragraph")))) == "\n\nIn 42%"


def test_two_styles_that_strike_out_undo_each_other_unless_all_is_struck_out(make_docx: Docx) -> None:
    styles = (style("Old", "<w:strike/>", "paragraph"), style("Gone", "<w:strike/>"))
    body = paragraph(styled("7 ", "Gone") + run("8"), "Old") + paragraph(run("end", '<w:strike w:val="0"/>'))
    assert text(make_docx(body, styles=sheet(*styles))) == "7 \nend"
    assert text(make_docx(body, styles=sheet(*styles, defaults="<w:strike/>"))) == "\nend"


def test_a_position_over_the_line_raises_and_one_below_lowers(make_docx: Docx) -> None:
    body = run("4") + run("2", '<w:position w:val="6"/>') + run("3", '<w:position w:val="-3pt"/>')
    assert text(make_docx(paragraph(body + run("5", '<w:position w:val="0"/>')))) == "4²₃5"


def test_of_fields_within_fields_only_the_outermost_result_is_printed(make_docx: Docx) -> None:
    inner = mark("begin") + code("MERGEFIELD N") + mark("separate") + run("9") + mark("end")
    outer = mark("begin") + code("IF ") + inner + code(' = 1 "one" "') + inner + mark("separate")
    result = mark("begin") + code("= 2") + mark("separate") + run("2") + mark("end")
    assert text(make_docx(paragraph(run("a total of ") + outer + result + run("9") + mark("end") + run(" cases")))) == (
        "a total of 29 cases"
    )


def test_what_a_field_without_a_result_shows_is_told_or_left_unknown(make_docx: Docx) -> None:
    entries = "".join(f'<w:listEntry w:val="{words}"/>' for words in ("12%", "34%", "56%"))
    chosen = f'<w:ffData><w:ddList><w:result w:val="2"/><w:default w:val="1"/>{entries}</w:ddList></w:ffData>'
    default = f'<w:ffData><w:ddList><w:default w:val="1"/>{entries}</w:ddList></w:ffData>'
    ticked = "<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
    body = "".join(
        mark("begin", data) + code(name) + mark("end") + run(" ")
        for data, name in (
            (chosen, "FORMDROPDOWN"),
            (default, "FORMDROPDOWN"),
            (ticked, "FORMCHECKBOX"),
            ("", "XE &quot;rate&quot;"),
            ("", "EQ 3"),
        )
    )
    assert text(make_docx(paragraph(body))) == "56% 34% ☒  � "


def test_rows_and_cells_that_were_deleted_are_gone_and_covered_ones_are_empty(make_docx: Docx) -> None:
    def cell(words: str, settings: str = "") -> str:
        return f"<w:tc><w:tcPr>{settings}</w:tcPr><w:p>{run(words)}</w:p></w:tc>"

    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell("1")}{cell("2")}</w:tr>'
    added = f'<w:tr><w:trPr><w:ins w:id="2"/></w:trPr>{cell("3")}{cell("4", "<w:cellDel/>")}{cell("5")}</w:tr>'
    restart = '<w:vMerge w:val="restart"/>'
    merged = f"<w:tr>{cell('6', '<w:vMerge/>')}{cell('7', restart)}</w:tr>"
    assert text(make_docx(f"<w:tbl>{gone}{added}{merged}</w:tbl>")) == "3\t5\n\t7"


def test_a_paragraph_whose_end_was_deleted_runs_on(make_docx: Docx) -> None:
    body = paragraph(run("a total of "), mark='<w:del w:id="1"/>') + paragraph(run("8 cases"))
    assert text(make_docx(body + paragraph(run("end")))) == "a total of 8 cases\nend"


def test_signs_are_told_where_they_are_known_and_never_dropped(make_docx: Docx) -> None:
    def sign(font: str, value: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{value}"/></w:r>'

    body = run("In 10") + sign("Symbol", "F035") + run("% ") + sign("Wingdings", "F0FC") + run(" 2")
    body += sign("Wingdings", "F034") + run(" 3") + run("4", '<w:rFonts w:ascii="Webdings"/>') + sign("Arial", "0035")
    assert text(make_docx(paragraph(body))) == "In 105% ✓ 2� 3�5"


def test_an_equation_in_a_line_is_its_words_and_what_is_built_in_it_is_unknown(make_docx: Docx) -> None:
    name = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    line = f"<m:oMath {name}><m:r><m:t>62%</m:t></m:r></m:oMath>"
    built = f"<m:oMath {name}><m:r><m:t>1</m:t></m:r><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num></m:f></m:oMath>"
    assert text(make_docx(paragraph(line + run(" of 3") + built))) == "62% of 31�"


def test_a_hidden_text_box_is_not_read_and_the_line_around_a_box_goes_on(make_docx: Docx) -> None:
    def box(words: str) -> str:
        return f"<w:pict><w:txbxContent><w:p>{run(words)}</w:p></w:txbxContent></w:pict>"

    shown = f"<w:r>{box('12')}<w:t>3</w:t></w:r>"
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{box('45')}</w:r>"
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:1pt; visibility: hidden">'
    unseen = f"<w:r><w:pict>{shape}<w:txbxContent><w:p>{run('6')}</w:p></w:txbxContent></v:shape></w:pict></w:r>"
    assert text(make_docx(paragraph(run("a total of ") + shown + hidden + unseen + run(" cases")))) == (
        "a total of 3 cases\n12"
    )


def test_the_settings_of_a_content_control_are_not_its_words(make_docx: Docx) -> None:
    settings = '<w:sdtPr><w:rPr><w:vanish/></w:rPr><w:dropDownList><w:listItem w:value="1"/></w:dropDownList></w:sdtPr>'
    body = f"<w:sdt>{settings}<w:sdtContent>{run('71%')}</w:sdtContent></w:sdt>"
    assert text(make_docx(paragraph(run("In ") + body + run(" of cases")))) == "In 71% of cases"


WHITE = '<w:color w:val="FFFFFF"/>'
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="003366"/>'


def test_white_words_on_white_are_not_seen(make_docx: Docx) -> None:
    assert text(make_docx(paragraph(run("8") + run("0", WHITE) + run(" upheld")))) == "8 upheld"
    sheets = sheet(
        style("White", WHITE), style("Grid", "", kind="table", more="").replace("<w:rPr>", f"{SHADE}<w:rPr>")
    )
    assert text(make_docx(paragraph(run("8") + styled("0", "White") + run(" upheld")), styles=sheets)) == "8 upheld"


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        (f"<w:p><w:pPr>{SHADE}</w:pPr>{run('8') + run('0', WHITE)}</w:p>", ""),
        (paragraph(run("8") + run("0", WHITE + SHADE)), ""),
        (paragraph(run("8") + run("0", WHITE + '<w:highlight w:val="black"/>')), ""),
        (f"<w:tbl><w:tr><w:tc>{paragraph(run('8') + run('0', WHITE))}</w:tc></w:tr></w:tbl>", ""),
        (paragraph(run("8") + run("0", WHITE)) + paragraph("<w:r><w:drawing/></w:r>"), ""),
        (
            paragraph(run("8") + run("0", WHITE), "Dark"),
            sheet(style("Dark", "", kind="paragraph").replace("<w:rPr>", f"<w:pPr>{SHADE}</w:pPr><w:rPr>")),
        ),
    ],
)
def test_white_words_are_read_where_something_may_be_behind_them(make_docx: Docx, body: str, styles: str) -> None:
    assert text(make_docx(body, **({"styles": styles} if styles else {}))).strip() == "80"
