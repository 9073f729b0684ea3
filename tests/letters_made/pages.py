"""Manglings that come with pages: breaks, footers, numbers, captions, chart labels, what is bound in before."""

from dataclasses import replace
from random import Random
from textwrap import wrap

from tests.letters_made.truth import Kind, Piece

_FOOTER = ("PO Box 4771", "Coventry", "CV4 0EH", "Phone: 0300 061 0614", "Web: www.lgo.org.uk")


def chart_labels(pieces: list[Piece], random: Random) -> list[Piece]:
    """A chart leaves its label, the rate again or 100%, between the heading and the sentence."""
    labelled: list[Piece] = []
    for piece in pieces:
        after_heading = labelled and labelled[-1].kind is Kind.HEADING
        if piece.kind is Kind.STATISTIC and after_heading and "%" in piece.lines[0]:
            own = piece.lines[0].removeprefix("In ").split("%")[0].strip("*- •") + "%"
            labels = random.choice(((own,), ("100%",), ("100%", "0%"), (own, "", "", "100%")))
            labelled.append(Piece(Kind.PROSE, labels))
        labelled.append(piece)
    return labelled


def chart_gaps(pieces: list[Piece], random: Random) -> list[Piece]:
    """A chart's picture leaves a run of blank lines under the heading."""
    return [p.with_lines(*p.lines, "", "", " ") if p.kind is Kind.HEADING else p for p in pieces]


def hard_wrap(pieces: list[Piece], random: Random) -> list[Piece]:
    """Lines no longer than 60 to 100 characters, tables apart."""
    width = random.randint(60, 100)

    def wrapped(piece: Piece) -> Piece:
        if piece.kind in (Kind.TABLE, Kind.BLOCK) or piece.grid or any("\t" in line for line in piece.lines):
            return piece
        return piece.with_lines(
            *(part for line in piece.lines for part in (wrap(line, width, break_on_hyphens=False) or [line]))
        )

    return [wrapped(piece) for piece in pieces]


def _broken(piece: Piece, random: Random, between: tuple[str, ...], beside_figure: bool | None) -> Piece:
    """The piece with these lines between two words of one of its lines: beside a figure, away from any, anywhere."""
    at = random.randrange(len(piece.lines))
    words = piece.lines[at].split(" ")
    cuts = [
        cut
        for cut in range(1, len(words))
        if beside_figure is None
        or beside_figure == any(letter.isdigit() for word in words[cut - 1 : cut + 1] for letter in word)
    ]
    if "\t" in piece.lines[at] or not cuts:
        return piece
    cut = random.choice(cuts)
    halves = (" ".join(words[:cut]), *between, " ".join(words[cut:]))
    return piece.with_lines(*piece.lines[:at], *halves, *piece.lines[at + 1 :])


def _in_some(pieces: list[Piece], random: Random, *between: str, beside_figure: bool | None = None) -> list[Piece]:
    return [
        _broken(p, random, between, beside_figure)
        if p.kind in (Kind.STATISTIC, Kind.PROSE) and random.random() < 0.4
        else p
        for p in pieces
    ]


def page_break_in_sentence(pieces: list[Piece], random: Random) -> list[Piece]:
    """A page ends inside a sentence: a blank line, a line with one space, a blank line."""
    return _in_some(pieces, random, "", " ", "")


def form_feed_in_sentence(pieces: list[Piece], random: Random) -> list[Piece]:
    """The same with the form feed of a PDF copy."""
    return _in_some(pieces, random, "\f")


def page_of_pages_in_sentence(pieces: list[Piece], random: Random) -> list[Piece]:
    """A line such as "Page 2 of 4" inside a sentence."""
    return _in_some(pieces, random, "", f"Page {random.randint(1, 3)} of 4", "")


def page_number_in_sentence(pieces: list[Piece], random: Random) -> list[Piece]:
    """A page's bare number inside a sentence, between words."""
    return _in_some(pieces, random, "", str(random.randint(1, 6)), "", beside_figure=False)


def page_number_beside_figure(pieces: list[Piece], random: Random) -> list[Piece]:
    """A page's bare number inside a sentence, right before or after a figure, and not to be told from it."""
    return _in_some(pieces, random, "", str(random.randint(1, 6)), "", beside_figure=True)


def _between(pieces: list[Piece], random: Random, *lines: str) -> list[Piece]:
    """These lines between some pieces, never inside the head of the letter."""
    spread: list[Piece] = []
    for piece in pieces:
        if piece.kind in (Kind.PROSE, Kind.STATISTIC, Kind.COUNT, Kind.HEADING) and random.random() < 0.25:
            spread.append(Piece(Kind.PROSE, lines))
        spread.append(piece)
    return spread


def page_numbers(pieces: list[Piece], random: Random) -> list[Piece]:
    """Bare numbers between paragraphs, a count among them."""
    return _between(pieces, random, str(random.randint(1, 6)))


def page_of_pages(pieces: list[Piece], random: Random) -> list[Piece]:
    """Lines such as "Page 2 of 4" between paragraphs."""
    return _between(pieces, random, f"Page {random.randint(1, 4)} of 4")


def letterhead_footers(pieces: list[Piece], random: Random) -> list[Piece]:
    """The Ombudsman's address at the foot of pages."""
    return _between(pieces, random, *_FOOTER)


def page_number_under_count(pieces: list[Piece], random: Random) -> list[Piece]:
    """A bare number between a count and its label."""
    number = str(random.randint(1, 4))
    return [
        p.with_lines(p.lines[0], "", number, "", p.lines[1]) if p.kind is Kind.COUNT and len(p.lines) == 2 else p
        for p in pieces
    ]


def signature_caption(pieces: list[Piece], random: Random) -> list[Piece]:
    """The picture of a signature as words, with a person's name in them."""
    caption = random.choice(("Mi", "Picture of a signature in ink that seems to read 'A Person', underlined."))
    return [p.with_lines(caption, "", *p.lines) if p.kind is Kind.SIGNED else p for p in pieces]


def signature_in_narrow_lines(pieces: list[Piece], random: Random) -> list[Piece]:
    """The offices broken over lines, as a narrow column sets them, a gap between or none."""
    width = random.randint(20, 52)
    gap = random.choice(((), (), ("",)))

    def broken(line: str) -> list[str]:
        first, *rest = wrap(line, width) or [line]
        return [first, *(part for other in rest for part in (*gap, other))]

    return [
        p.with_lines(*(part for line in p.lines for part in broken(line))) if p.kind is Kind.SIGNED else p
        for p in pieces
    ]


def signature_on_one_line(pieces: list[Piece], random: Random) -> list[Piece]:
    """Name and office run together."""
    return [p.with_lines(" ".join(p.lines)) if p.kind is Kind.SIGNED else p for p in pieces]


def disclosure_notice(pieces: list[Piece], random: Random) -> list[Piece]:
    """The line that a freedom of information site puts over its copies."""
    notice = "This is an HTML version of an attachment to the Freedom of Information request 'Letters'."
    return [Piece(Kind.PROSE, (notice,)), *pieces]


def cover_report(pieces: list[Piece], random: Random) -> list[Piece]:
    """A committee's report bound in before the letter, with other figures of another year."""
    if not any(piece.kind is Kind.DEAR for piece in pieces):
        return pieces
    cover = [
        Piece(Kind.HEADING, ("Audit and Governance Committee", "28 September 2021")),
        Piece(Kind.PROSE, ("Report of the Monitoring Officer on the Ombudsman's annual letter for the year 2015/16.",)),
        Piece(Kind.STATISTIC, ("99% of complaints we investigated were upheld.",)),
        Piece(Kind.PROSE, ("This compares to an average of 12% in similar authorities, which the committee noted.",)),
        Piece(
            Kind.STATISTIC,
            (
                "In 13% of cases we were satisfied the authority had successfully implemented our"
                " recommendations, which officers regret.",
            ),
        ),
        Piece(Kind.COUNT, ("997 upheld decisions were recorded in all, and the letter follows as an appendix.",)),
    ]
    return [*cover, *pieces]


def no_logo(pieces: list[Piece], random: Random) -> list[Piece]:
    """The Ombudsman's name is part of a picture, and lost."""
    return [replace(p) for p in pieces if p.kind is not Kind.LOGO]


PAGES = {
    mangling.__name__: mangling
    for mangling in (
        no_logo,
        signature_caption,
        signature_on_one_line,
        signature_in_narrow_lines,
        cover_report,
        disclosure_notice,
        chart_labels,
        chart_gaps,
        hard_wrap,
        page_break_in_sentence,
        form_feed_in_sentence,
        page_of_pages_in_sentence,
        page_number_in_sentence,
        page_number_beside_figure,
        page_number_under_count,
        page_numbers,
        page_of_pages,
        letterhead_footers,
    )
}
