"""Complaint handling below what is expected is remarked where it is this council's."""

import pytest

from db.model import RemarkKind
from tests.db.letters.remarks.remarked import find_kinds

POOR_COMPLAINT_HANDLING = [
    "Sadly, in several of the cases we investigated your Council's complaint handling fell short of what we look for.",
    "I am concerned that the way your Council deals with complaints is not of the standard I would expect.",
    "Your Council's handling of complaints has been a recurring theme in our investigations this year.",
    (
        "In four of the nine cases upheld, we found fault with how your Council dealt with the complaint before it"
        " reached us."
    ),
    "Harborough District Council's complaints process is failing the people who use it.",
    "You did not deal with complaints in line with your own published procedure.",
    "Too often your Council's responses to complainants do not answer the points that they raised.",
    (
        "We found that the Council took seven months to answer a complaint at the second stage of its procedure, when"
        " its policy allows 20 working days."
    ),
    "Your complaint handling remains a concern to me.",
    "I must draw your attention to weaknesses in your Council's complaint handling.",
    "Poor complaint handling by your Council was a feature of a third of the cases we upheld.",
    "There were repeated failings in the way in which your authority handled complaints about its children's services.",
    "It is disappointing that the Council again failed to recognise and respond to complaints properly.",
    "Five of the complaints we upheld this year included fault in the way your Council considered the complaint.",
    "Some of your officers did not seem to understand the complaints procedure for children's social care.",
    (
        "Harborough refused to take complaints through the statutory children's complaints procedure, although the law"
        " obliges it to."
    ),
    "Your Council wrongly turned away three complaints which it should have considered under the statutory procedure.",
    "Our investigations showed that complaints to the Council went unanswered for long periods.",
    "I urge you to improve the way your Council handles complaints, which has not been good enough over the past year.",
    "Regrettably the service that complainants get from your complaints team is not what we expect to see.",
    "We were critical of the Council's complaint handling in six decisions.",
    "I am troubled by the tone of some of the letters that your Council wrote to people who had complained.",
    "The Council's approach to complaints was defensive, and it missed several chances to put things right.",
    "You missed opportunities to resolve complaints at an early stage.",
    "I am writing to share my concerns about how complaints are handled at your Council.",
    "What we saw this year suggests that your complaints function does not have the capacity it needs.",
    "In one case your Council lost the complaint altogether.",
    "We also found that the Council did not tell complainants of their right to come to us.",
    "Your authority failed to signpost people to my office at the end of its complaints procedure.",
    "A common fault in the decisions we made about Harborough was delay in dealing with complaints.",
    "Delays in your Council's complaints procedure were at the heart of seven of our decisions.",
    "The shortcomings in complaint handling which I described to you in my last letter have persisted.",
    (
        "It is clear that your Council has some way to go before its handling of complaints reaches the standard set"
        " out in our Code."
    ),
    "I remain concerned about the Council's complaint handling, which was at fault in 11 of the 14 cases we upheld.",
    (
        "Three times this year we had to ask you to reconsider complaints that your Council had closed without an"
        " investigation."
    ),
    "The complaint responses we saw from your Council were superficial.",
    "Your Council's final response letters often did not address the substance of what people had complained about.",
    (
        "Having looked across the year's casework, my view is that your Council's corporate complaints service is not"
        " functioning as it should."
    ),
    (
        "Eleven decisions this year criticised the time your Council took to answer people at both stages of its"
        " complaints policy."
    ),
    "We saw several cases where the authority's first reply to the complainant was no more than a template.",
    "It worries me that officers at your Council appear to see complaints as a nuisance rather than a chance to learn.",
    "Your Council's stage two investigations were not thorough and in two cases overlooked evidence on the file.",
    "Half of the decisions in which we found fault mention delay by the Council in replying to the complainant.",
    "The way in which the Council managed a complaint from a care leaver was particularly poor.",
    "During the year we referred four people back to the Council more than once because it had not answered them.",
    (
        "Harborough has a long backlog of complaints at the second stage, and I would ask you to tell me how you plan"
        " to clear it."
    ),
    (
        "Complainants should not have to come to us simply to get a response from your Council, yet this happened nine"
        " times."
    ),
    "The Council's poor communication with complainants was a factor in eight of the 13 complaints that we upheld.",
    (
        "I was concerned to find that your Council's handling of complaints was criticised in over half of the cases"
        " that we upheld."
    ),
    (
        "The investigations highlighted that the Council had failed to follow the statutory complaints procedure for"
        " children's services on five occasions."
    ),
    "Residents were let down by poor record keeping and by the Council's slow response to their complaints.",
    "A theme of the year was the length of time that residents of Harborough waited for replies to their complaints.",
    (
        "I would like you to look again at how your Council deals with complaints at the first stage, because we found"
        " fault with this in seven cases."
    ),
    "Your Council did not keep to the timescales in its own complaints policy in ten of the 16 cases.",
    (
        "It is of concern that, in a third of the complaints we upheld, there were failings in how your authority"
        " responded to the person who complained."
    ),
    "Your Council's complaint responses too often lack an apology or any offer to put matters right.",
    "Your Council's records of how it dealt with complaints were incomplete in four of the cases we examined.",
    "The Council did not acknowledge complaints within the time set by its own policy.",
    "I remain of the view that your Council needs to do more to resolve complaints before they reach my office.",
    "I was troubled that, in two cases, officers at your Council told complainants they could not complain to us.",
    "We upheld nine complaints in which your Council had delayed in responding at stage two.",
    "There is still much to be done to bring your Council's complaint handling up to the standard that people deserve.",
    "In six cases the Council had closed the complaint without telling the person who made it.",
    "Your Council's failure to investigate complaints properly led to avoidable distress.",
    (
        "It was disappointing to find the same weaknesses in how the Council handles complaints that we described a"
        " year ago."
    ),
    "Your Council's children's services had no proper system for logging complaints.",
    "We criticised the Council for the poor standard of its stage one replies.",
    (
        "In five of these cases, a better response to the original complaint would have avoided the need for us to"
        " investigate."
    ),
    "I have significant concerns about your Council's ability to deal with complaints effectively.",
    "Complaints about your Council's housing service were routinely left without an answer.",
    "We found that your Council's complaint responses were inaccurate in three cases.",
    "The Council did not treat contacts from dissatisfied residents as complaints.",
    "I am troubled that your Council's complaint handling was at fault in more than half of the cases we upheld.",
    "We found delays in your Council's handling of complaints at both stages of its procedure.",
    "In three cases your Council did not respond to the complaint at all.",
    "Your Council's responses to complaints were often unclear about what had gone wrong.",
    "There is a pattern of your Council failing to escalate complaints when people ask it to.",
    "The replies your Council gives to complainants too often fail to say what will be put right.",
    "I must again raise with you the poor way in which complaints about children's services are dealt with.",
    "Your Council's complaint handling continues to concern me.",
    "In half of the cases we upheld, the Council had not dealt with the complaint as its own policy requires.",
    "We found that your Council had not responded to a complaint for nine months.",
    "The quality of your Council's complaint responses is a matter of concern to me.",
    "I was disappointed by how your Council dealt with complaints about its housing repairs service.",
]


@pytest.mark.parametrize("sentence", POOR_COMPLAINT_HANDLING)
def test_this_council_s_poor_complaint_handling_is_remarked(sentence: str) -> None:
    assert find_kinds(sentence) == [RemarkKind.POOR_COMPLAINT_HANDLING]
