"""What to ask, in words. Which questions there are is for `db.figures.questions`; the words are ours."""

from db.export.briefing import Briefing
from db.figures.judgement import Judged
from db.figures.questions import Question, QuestionCode
from tui.draw.brief.citations import Citations
from tui.draw.figures import measure_text

WORDS = {
    QuestionCode.NOT_ALWAYS_COMPLIED: "The council did what was recommended in {share}, not in all. What was not done, "
    "why, and is it done now?",
    QuestionCode.COMPLIED_LESS_OFTEN: "The council did what was recommended in {share}, the year before in "
    "{before}: less often, by more than chance explains. What has changed?",
    QuestionCode.NOT_COMPLIED: "The letter says that something agreed was not done. Is it done now, and who watches "
    "over that?",
    QuestionCode.LATE_COMPLIANCE: "The letter says that something agreed was done late. What held it up, and what "
    "has changed since?",
    QuestionCode.PUBLIC_REPORT: "The letter speaks of a public report. What has the council done about it since?",
    QuestionCode.REFUSAL: "The letter speaks of a refusal or a delay in accepting what the Ombudsman found or asked "
    "for. Who decided that, and how does it stand now?",
    QuestionCode.APOLOGY: "The letter speaks of how the council apologised. Have those concerned had a proper apology?",
    QuestionCode.POOR_COMPLAINT_HANDLING: "The letter finds fault with how complaints or enquiries are answered. What "
    "has been done about that?",
    QuestionCode.MORE_UPHELD_THAN_AVERAGE: "{share} upheld is above the average of similar councils ({average}) by "
    "more than chance explains. What were these complaints about, in which services, and why there?",
    QuestionCode.UPHELD_MORE_OFTEN: "{share} were upheld, the year before {before}: more, by more than chance "
    "explains. What were these complaints about, and what has changed?",
    QuestionCode.WHAT_WAS_UPHELD: "{share} were upheld. What were these complaints about, and what was learned "
    "from them?",
    QuestionCode.LESS_REMEDIED_THAN_AVERAGE: "{share} already put right is below the average of similar councils "
    "({average}) by more than chance explains. Why do the council's own complaints procedures find less?",
    QuestionCode.REMEDIED_LESS_OFTEN: "The council had put things right beforehand in {share}, the year before in "
    "{before}: less, by more than chance explains. What has changed?",
    QuestionCode.NOT_REMEDIED_BEFOREHAND: "Before the complaint reached the Ombudsman, the council had put things "
    "right in {share}. What kept it from doing so in the others?",
}
"""Each question; `share` and `average` are those of its measure, `before` its share the year before."""

_NOUNS = {
    QuestionCode.NOT_ALWAYS_COMPLIED: "cases due",
    QuestionCode.COMPLIED_LESS_OFTEN: "cases due",
    QuestionCode.REMEDIED_LESS_OFTEN: "upheld cases",
    QuestionCode.NOT_REMEDIED_BEFOREHAND: "upheld cases",
}


def ask(question: Question, briefing: Briefing, citations: Citations) -> str:
    """A question, with its numbers and the source that it comes from."""
    judged = briefing.measures[question.measure] if question.measure else None
    share = _describe_share(judged, _NOUNS.get(question.code, "")) if judged else ""
    average = measure_text.format_average(judged.measure) if judged else ""
    words, sources = WORDS[question.code], [citations.cite(briefing.stored, question.quote)]
    before = ""
    earlier = briefing.year_before
    if "{before}" in words and earlier is not None and question.measure is not None:
        measure = briefing.judged[earlier.id][question.measure]
        before = _describe_share(measure, "")
        sources.append(citations.cite(earlier, next(iter(measure.measure.quotes), None)))
    return " ".join([words.format(share=share, average=average, before=before), *sources])


def _describe_share(judged: Judged, noun: str) -> str:
    """A share with its cases: "3 of 5 cases due (60%)"."""
    rate = measure_text.format_rate(judged)
    if judged.cases is None:
        return f"{rate} of the {noun}" if noun else rate
    cases = " ".join(part for part in (measure_text.format_cases(judged.cases), noun) if part)
    return f"{cases} ({rate})" if rate else cases
