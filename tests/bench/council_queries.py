"""What people type who look for a council, and the council meant: by hand, and with slips made by machine."""

import random
import string
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from db.councils.finder import CouncilFinder
from db.councils.names import fold, take_apart
from db.model import Council, CouncilType

LABELLED = {
    "oadby": "Oadby & Wigston Borough Council",
    "K&C": "Royal Borough of Kensington & Chelsea",
    "nwl": "North West Leicestershire District Council",
    "Kings Lyn": "Borough Council of King's Lynn & West Norfolk",
    "harboro": "Harborough District Council",
    "leicester": "Leicester City Council",
    "kensington chelsea": "Royal Borough of Kensington & Chelsea",
    "st helens": "St Helens Council",
    "saint albans": "St Albans City and District Council",
    "bcp": "Bournemouth, Christchurch and Poole Council",
    "rbkc": "Royal Borough of Kensington & Chelsea",
    "tower ham": "London Borough of Tower Hamlets",
    "nottingham city": "Nottingham City Council",
    "notts": "Nottinghamshire County Council",
    "herts": "Hertfordshire County Council",
    "stoke on trent": "Stoke-on-Trent City Council",
    "wigston oadby": "Oadby & Wigston Borough Council",
    "oadbyandwigston": "Oadby & Wigston Borough Council",
    "birmingam": "Birmingham City Council",
    "westmorland furness": "Westmorland and Furness Council",
    "bath": "Bath and North East Somerset Council",
    "telford": "Telford & Wrekin Council",
    "banes": "Bath and North East Somerset Council",
    "bath ne somerset": "Bath and North East Somerset Council",
    "barking dagenham": "London Borough of Barking and Dagenham",
    "LBBD": "London Borough of Barking and Dagenham",
    "H&F": "London Borough of Hammersmith & Fulham",
    "hammersmith": "London Borough of Hammersmith & Fulham",
    "croydon council": "London Borough of Croydon",
    "LB Croydon": "London Borough of Croydon",
    "london borough of lambeth": "London Borough of Lambeth",
    "lambth": "London Borough of Lambeth",
    "kingston upon thames": "Royal Borough of Kingston upon Thames",
    "kingston upon hull": "Hull City Council",
    "hull": "Hull City Council",
    "richmond": "London Borough of Richmond upon Thames",
    "westminster": "Westminster City Council",
    "westminister": "Westminster City Council",
    "city of london": "City of London",
    "corporation of london": "City of London",
    "tfl": "Transport for London",
    "birm": "Birmingham City Council",
    "bham": "Birmingham City Council",
    "brum": "Birmingham City Council",
    "liverpol": "Liverpool City Council",
    "manchster": "Manchester City Council",
    "sheffeild": "Sheffield City Council",
    "leeds city": "Leeds City Council",
    "leeds metropolitan": "Leeds City Council",
    "bradford": "City of Bradford Metropolitan District Council",
    "wolverhamton": "City of Wolverhampton Council",
    "wolves": "City of Wolverhampton Council",
    "newcastle": "Newcastle City Council",
    "newcastle under": "Newcastle-under-Lyme Borough Council",
    "newcastle borough": "Newcastle-under-Lyme Borough Council",
    "newcastle upon tyne": "Newcastle City Council",
    "n tyneside": "North Tyneside Council",
    "gatehead": "Gateshead Metropolitan Borough Council",
    "sunderland": "Sunderland City Council",
    "durham": "Durham County Council",
    "durham city": "Durham City Council",
    "county durham": "Durham County Council",
    "northumb": "Northumberland County Council",
    "middlesborough": "Middlesbrough Borough Council",
    "stockton": "Stockton-on-Tees Borough Council",
    "redcar": "Redcar and Cleveland Borough Council",
    "york": "City of York Council",
    "city of york": "City of York Council",
    "n yorks": "North Yorkshire Council",
    "north york": "North Yorkshire Council",
    "east riding": "East Riding of Yorkshire Council",
    "scarboro": "Scarborough Borough Council",
    "harrogate": "Harrogate Borough Council",
    "lancs": "Lancashire County Council",
    "west lancs": "West Lancashire Borough Council",
    "lancaster": "Lancaster City Council",
    "blackburn darwen": "Blackburn with Darwen Borough Council",
    "cheshire west chester": "Cheshire West & Chester Council",
    "cwac": "Cheshire West & Chester Council",
    "cheshire e": "Cheshire East Council",
    "staffs": "Staffordshire County Council",
    "staffs moorlands": "Staffordshire Moorlands District Council",
    "e staffs": "East Staffordshire Borough Council",
    "shrops": "Shropshire Council",
    "telford wrekin": "Telford & Wrekin Council",
    "hereford": "Herefordshire Council",
    "worcester": "Worcester City Council",
    "worcs": "Worcestershire County Council",
    "wyre forest": "Wyre Forest District Council",
    "warwickshire": "Warwickshire County Council",
    "stratford": "Stratford-on-Avon District Council",
    "nuneaton bedworth": "Nuneaton and Bedworth Borough Council",
    "coventy": "Coventry City Council",
    "solihul": "Solihull Metropolitan Borough Council",
    "leics": "Leicestershire County Council",
    "nw leics": "North West Leicestershire District Council",
    "hinkley": "Hinckley and Bosworth Borough Council",
    "melton": "Melton Borough Council",
    "rutland": "Rutland County Council",
    "derbyshire dales": "Derbyshire Dales District Council",
    "derby": "Derby City Council",
    "high peak": "High Peak Borough Council",
    "newark sherwood": "Newark and Sherwood District Council",
    "lincoln": "City of Lincoln Council",
    "lincs": "Lincolnshire County Council",
    "ne lincs": "North East Lincolnshire Council",
    "w northants": "West Northamptonshire Council",
    "northampton": "Northampton Borough Council",
    "peterboro": "Peterborough City Council",
    "cambs": "Cambridgeshire County Council",
    "s cambs": "South Cambridgeshire District Council",
    "cambridge": "Cambridge City Council",
    "kings lynn": "Borough Council of King's Lynn & West Norfolk",
    "king's lynn & west norfolk": "Borough Council of King's Lynn & West Norfolk",
    "yarmouth": "Great Yarmouth Borough Council",
    "norwhich": "Norwich City Council",
    "ipswitch": "Ipswich Borough Council",
    "babergh": "Babergh District Council",
    "colchester borough": "Colchester City Council",
    "southend": "Southend-on-Sea City Council",
    "thurrock": "Thurrock Council",
    "epping": "Epping Forest District Council",
    "e herts": "East Hertfordshire District Council",
    "welwyn": "Welwyn Hatfield Borough Council",
    "milton keyns": "Milton Keynes City Council",
    "bucks": "Buckinghamshire Council",
    "buckinghamshire county": "Buckinghamshire County Council",
    "oxfordshire": "Oxfordshire County Council",
    "south oxon": "South Oxfordshire District Council",
    "white horse": "Vale of White Horse District Council",
    "reading": "Reading Borough Council",
    "bracknel": "Bracknell Forest Council",
    "windsor": "Royal Borough of Windsor and Maidenhead Council",
    "maidenhead": "Royal Borough of Windsor and Maidenhead Council",
    "rbwm": "Royal Borough of Windsor and Maidenhead Council",
    "basingstoke": "Basingstoke and Deane Borough Council",
    "portsmuth": "Portsmouth City Council",
    "isle of wight": "Isle of Wight Council",
    "iow": "Isle of Wight Council",
    "brighton": "Brighton and Hove City Council",
    "hove brighton": "Brighton and Hove City Council",
    "w sussex": "West Sussex County Council",
    "tunbridge": "Tunbridge Wells Borough Council",
    "tonbridge": "Tonbridge and Malling Borough Council",
    "canterbury city council": "Canterbury City Council",
    "folkestone": "Folkestone and Hythe District Council",
    "shepway": "Folkestone and Hythe District Council",
    "reigate": "Reigate & Banstead Borough Council",
    "epsom ewell": "Epsom and Ewell Borough Council",
    "elmbrige": "Elmbridge Borough Council",
    "dorset county": "Dorset County Council",
    "dorset": "Dorset Council",
    "poole": "Borough of Poole",
    "wilts": "Wiltshire Council",
    "swindon": "Swindon Borough Council",
    "s glos": "South Gloucestershire Council",
    "gloucester": "Gloucester City Council",
    "tewksbury": "Tewkesbury Borough Council",
    "forest dean": "Forest of Dean District Council",
    "bristol": "Bristol City Council",
    "bristle": "Bristol City Council",
    "n somerset": "North Somerset Council",
    "somerset county": "Somerset County Council",
    "taunton deane": "Taunton Deane Borough Council",
    "teignbrdige": "Teignbridge District Council",
    "south hams": "South Hams District Council",
    "plymuth": "Plymouth City Council",
    "cornwall": "Cornwall Council",
    "cornwall county council": "Cornwall County Council",
    "scilly": "Council of the Isles of Scilly",
    "scily": "Council of the Isles of Scilly",
    "allerdale": "Allerdale Borough Council",
    "barrow": "Barrow-in-Furness Borough Council",
    "chester le street": "Chester-le-Street District Council",
    "peak district": "Peak District National Park Authority",
    "lake distict": "Lake District National Park Authority",
    "broads": "Broads Authority",
    "lester": "Leicester City Council",
    "gloster": "Gloucester City Council",
    "m'bro": "Middlesbrough Borough Council",
    "w'hampton": "City of Wolverhampton Council",
    "wight isle of": "Isle of Wight Council",
    "welwyn garden": "Welwyn Hatfield Borough Council",
    "E07000026": "Allerdale Borough Council",
    "newark east midlands": "Newark and Sherwood District Council",
}
"""Queries as people type them, and the council meant, which is to come first over the whole register."""


class MadeQuery(NamedTuple):
    """A query made from a council's name, how, and whether a council answers it."""

    kind: str
    text: str
    is_answer: Callable[[Council], bool]


def made_queries(councils: Sequence[Council], seed: int = 2006) -> Iterator[MadeQuery]:
    """Each council's name with one slip of each kind, cut short, run together and turned round.

    The answer is any body of that name's core (Cornwall Council and Cornwall County Council alike); where the name
    is cut short, any whose core starts so.
    """
    chance = random.Random(seed)
    for council in councils:
        core = core_of(council)
        is_it = same_core(core)
        at = chance.randrange(1, len(core) - 1)
        yield MadeQuery("letter dropped", core[:at] + core[at + 1 :], is_it)
        yield MadeQuery("letters swapped", core[:at] + core[at + 1] + core[at] + core[at + 2 :], is_it)
        yield MadeQuery("letter doubled", core[:at] + core[at] + core[at:], is_it)
        yield MadeQuery("letter wrong", core[:at] + chance.choice(string.ascii_lowercase) + core[at + 1 :], is_it)
        begun = core[: max(3, len(core) * 6 // 10)].strip()
        yield MadeQuery("first 60 %", begun, starting_so(begun))
        yield MadeQuery("whole name", council.name.lower(), is_it)
        if " " in core:
            yield MadeQuery("run together", core.replace(" ", ""), is_it)
            yield MadeQuery("turned round", " ".join(reversed(core.split())), is_it)


def core_of(council: Council) -> str:
    """What people type of a council's name."""
    no_council = council.type is CouncilType.OTHER and "Council" not in council.name
    return fold(council.name) if no_council else take_apart(council.name).core


def is_named(name: str) -> Callable[[Council], bool]:
    """Whether a council has this name."""
    return lambda council: council.name == name


def same_core(core: str) -> Callable[[Council], bool]:
    """Whether a council has this core."""
    return lambda council: core_of(council) == core


def starting_so(begun: str) -> Callable[[Council], bool]:
    """Whether a council's core starts so."""
    return lambda council: core_of(council).startswith(begun)


def rank_answer(finder: CouncilFinder, query: MadeQuery) -> int:
    """At which rank, from 0, the first answer stands among the matches; past them all if there is none."""
    matches = finder.find(query.text)
    return next((rank for rank, match in enumerate(matches) if query.is_answer(match.council)), sys.maxsize)
