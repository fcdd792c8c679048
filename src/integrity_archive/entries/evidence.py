"""What an attached file must be, under the name that entries know it by."""

from integrity_archive.file_types import DocumentTooLarge as DocumentTooLarge
from integrity_archive.file_types import EmptyDocument as EmptyDocument
from integrity_archive.file_types import NotADocument as NotADocument
from integrity_archive.file_types import media_type as media_type
