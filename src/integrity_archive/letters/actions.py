"""The verbs of letters, in one place for those who call them."""

from integrity_archive.letters.addresses import confirm as confirm
from integrity_archive.letters.addresses import withdraw_electronic as withdraw_electronic
from integrity_archive.letters.batches import begin_way as begin_way
from integrity_archive.letters.batches import make_batch as make_batch
from integrity_archive.letters.batches import posted as posted
from integrity_archive.letters.board import publish as publish
from integrity_archive.letters.heading import set_heading as set_heading
from integrity_archive.letters.opening import open_letter as open_letter
from integrity_archive.letters.serving import came_back as came_back
from integrity_archive.letters.serving import deliver as deliver
from integrity_archive.letters.serving import fail as fail
from integrity_archive.letters.serving import refuse as refuse
from integrity_archive.letters.writing import create as create
