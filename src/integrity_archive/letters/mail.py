"""E-mail by SMTP (RFC 5321), with the message identification of RFC 5322 kept over every repetition."""

import asyncio
from email.message import EmailMessage
from email.utils import format_datetime

import aiosmtplib

from integrity_archive.errors import Fatal, Retry
from integrity_archive.letters.channel import Hint, Undeliverable
from integrity_archive.letters.kinds import Channel
from integrity_archive.settings import settings

PERMANENT = 500  # RFC 5321 4.2.1: replies from here on are for good


class Mail:
    """The mail server that the operator has set."""

    channel = Channel.EMAIL

    async def send(self, hint: Hint) -> None:
        given = settings()
        try:
            async with asyncio.timeout(given.letters_timeout):
                await aiosmtplib.send(
                    message(hint),
                    hostname=given.smtp_host,
                    port=given.smtp_port,
                    use_tls=given.smtp_tls == "tls",
                    start_tls=given.smtp_tls == "starttls",
                    username=given.smtp_user,
                    password=password(),
                    timeout=given.letters_timeout,
                )
        except aiosmtplib.SMTPRecipientsRefused as wrong:
            raise judged(max(refused.code for refused in wrong.recipients)) from None
        except aiosmtplib.SMTPDataError as wrong:
            raise judged(wrong.code) from None
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as wrong:
            # Also what the server says of us and not of the reader: a wrong password is mended by an operator.
            raise Retry(type(wrong).__name__) from None


def judged(code: int) -> Exception:
    return Undeliverable() if code >= PERMANENT else Retry(str(code))


def message(hint: Hint) -> EmailMessage:
    """Plain text, no link, no attachment, nothing of what the letter says."""
    sender = settings().mail_from
    assert sender  # set with the server
    made = EmailMessage()
    made["Message-ID"] = f"<{hint.id}@{sender.rpartition('@')[2]}>"
    made["Date"] = format_datetime(hint.at)
    made["From"], made["To"], made["Subject"] = sender, hint.to, hint.subject
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no vacation notices, please
    made.set_content(hint.text, cte="base64")
    return made


def password() -> str | None:
    """Read anew for each mail: it may be changed while we run. Raises `Fatal`."""
    file = settings().smtp_password_file
    if file is None:
        return None
    try:
        return file.read_text().strip()
    except OSError as wrong:
        raise Fatal(f"无法读取邮件密码文件 / cannot read the mail password file {file}") from wrong
