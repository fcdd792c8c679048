"""The office's letters: what a box or a field of the desk holds may have been typed by anybody."""

from uuid_utils.compat import uuid7

from integrity_archive.letters.batches import NothingToPost

from .conftest import Officer

NO_ID = "x" * 36


async def test_a_box_that_holds_no_id_chooses_no_letter(clerk: Officer) -> None:
    sent = await clerk.browser.send("letters:make_batch", {"attempts": NO_ID})
    assert sent.status_code == NothingToPost.status and NothingToPost.zh in sent.text


async def test_a_tracking_number_of_no_letter_is_not_found(clerk: Officer) -> None:
    sent = await clerk.browser.send("letters:posted", {f"tracking.{NO_ID}": "1"}, batch_id=uuid7())
    assert sent.status_code == 404
