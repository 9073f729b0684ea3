"""What an import tells its screen: everything once, in order, never very much at a time."""

from textual.message import Message
from textual.message_pump import MessagePump

from db.importer import Progress
from db.outcome import FileOutcome, Outcome
from tui.screens import import_progress
from tui.screens.import_progress import ImportProgressed, ProgressReporter


class Listener(MessagePump):
    """Keeps what is posted to it."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[ImportProgressed] = []

    def post_message(self, message: Message) -> bool:
        assert isinstance(message, ImportProgressed)
        self.told.append(message)
        return True


def test_of_much_that_comes_at_once_several_messages_tell() -> None:
    listener = Listener()
    reporter = ProgressReporter(listener)
    reporter.take(Progress(done=0, total=300))
    outcomes = [FileOutcome(path=str(number), outcome=Outcome.ALREADY_HERE) for number in range(200)]
    for number, outcome in enumerate(outcomes, start=1):
        reporter.take(Progress(done=number, total=300, outcome=outcome))
    reporter.send()
    assert (listener.told[0].done, listener.told[0].outcomes) == (0, ())
    assert [outcome for message in listener.told for outcome in message.outcomes] == outcomes
    assert max(len(message.outcomes) for message in listener.told) == import_progress._MOST_AT_ONCE
    count = 0
    for message in listener.told:
        count += len(message.outcomes)
        assert (message.done, message.total) == (count, 300)
