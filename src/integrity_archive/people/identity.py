"""Who someone is on paper: the identity documents the province accepts, their check digits, names, and age.

Sources: GB 11643-1999 (citizen number), ISO 7064 MOD 11-2, PPG-1.0 §4.1 (forms), 民法典 17 (adults).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import mul

from integrity_archive.errors import Refusal

OLDEST = 130
LONGEST_NAME = 100  # code points, PPG-1.0 §4
SEPARATOR = "\u00b7"  # between the parts of a minority or foreign name
SEPARATORS = re.compile("[．•・‧･]")
BLANKS = " \u3000"
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, invisible and direction marks, lone surrogates
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # 2^(17-i) mod 11
CHECKS = "10X98765432"
# The first two digits of GB/T 2260 in use. Codes of counties come and go, the number stays: a warning only.
REGION = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")


class DocumentKind(StrEnum):
    """Identity documents by their GA/T 517 code."""

    RESIDENT_ID = "111"  # 居民身份证、港澳台居民居住证
    PERMANENT_RESIDENT = "553"  # 外国人永久居留身份证
    HK_MACAO_PERMIT = "516"  # 港澳居民来往内地通行证
    TAIWAN_PERMIT = "511"  # 台湾居民来往大陆通行证
    PASSPORT = "414"  # 护照：三位签发国代码加号码


FORMS = {
    DocumentKind.RESIDENT_ID: re.compile(r"[1-8][0-9]{16}[0-9X]"),
    DocumentKind.PERMANENT_RESIDENT: re.compile(r"9[0-9]{16}[0-9X]|[A-Z]{3}[0-9]{12}"),
    DocumentKind.HK_MACAO_PERMIT: re.compile(r"[HM][0-9]{8}([0-9]{2})?"),
    DocumentKind.TAIWAN_PERMIT: re.compile(r"[0-9]{8}([0-9]{2})?"),
    DocumentKind.PASSPORT: re.compile(r"[A-Z]{3}[A-Z0-9]{5,9}"),
}


OLD_FORM = re.compile(r"[0-9]{15}")


class WrongDocumentNumber(Refusal):
    """The number does not have the form of this document."""

    status = 422
    zh = "证件号码格式与证件类型不符。"


class FifteenDigitNumber(WrongDocumentNumber):
    """This is an old 15-digit number. Enter the 18-digit number of the present identity card."""

    zh = "这是15位旧身份证号码，请填写现行身份证上的18位号码。"


class WrongCheckDigit(WrongDocumentNumber):
    """The check digit does not fit the number: at least one character is wrong."""

    zh = "证件号码校验位不符，至少有一位填写有误。"


class ImpossibleBirthDate(WrongDocumentNumber):
    """The date of birth is not a real date, lies in the future, or is too long ago."""

    zh = "出生日期不存在、晚于今天或者年代过早。"


class BirthDateMissing(Refusal):
    """The number of this document does not contain the date of birth; enter it."""

    status = 422
    zh = "该证件号码不含出生日期，请另行填写。"


class BirthDateContradicts(Refusal):
    """The date of birth differs from the one in the document number."""

    status = 422
    zh = "出生日期与证件号码中的出生日期不一致。"


class NotAdult(Refusal):
    """The person was not yet {age} on {day}."""

    status = 422
    zh = "截至{day}该人员未满{age}周岁。"


class NameMissing(Refusal):
    """Enter the name."""

    status = 422
    zh = "请填写姓名。"


class NameTooLong(Refusal):
    """The name is longer than {most} characters."""

    status = 422
    zh = "姓名不得超过{most}个字符。"


class UnseenCharacter(Refusal):
    """The name contains a control character or an invisible one."""

    status = 422
    zh = "姓名中含有控制字符或者不可见字符。"


@dataclass(frozen=True)
class Document:
    """A valid identity document, its number in normal form."""

    kind: DocumentKind
    number: str
    birth_on: date
    region_known: bool = True  # False: worth a second look, never a reason to refuse

    @property
    def key(self) -> str:
        """What the document's renewals have in common; a blind index is made of it.

        A travel permit's last two digits count its issues. Passport numbers may be given again, so the date of
        birth belongs to the key.
        """
        match self.kind:
            case DocumentKind.HK_MACAO_PERMIT:
                return f"{self.kind}:{self.number[:9]}"
            case DocumentKind.TAIWAN_PERMIT:
                return f"{self.kind}:{self.number[:8]}"
            case DocumentKind.PASSPORT:
                return f"{self.kind}:{self.number}:{self.birth_on:%Y%m%d}"
            case _:
                return f"{self.kind}:{self.number}"


def normal_number(typed: str) -> str:
    """Full-width digits and letters become plain, blanks go, letters become capitals."""
    plain = typed if typed.isascii() else unicodedata.normalize("NFKC", typed)
    return "".join(plain.split()).upper()


def keys_of(typed: str) -> list[str]:
    """The keys under which a number may be found whose kind was not said; a passport's needs the date of birth too."""
    number = normal_number(typed)
    fitting = (kind for kind, form in FORMS.items() if kind is not DocumentKind.PASSPORT and form.fullmatch(number))
    return [Document(kind, number, date.min).key for kind in fitting]


def identify(kind: DocumentKind, typed: str, *, birth_on: date | None = None, today: date) -> Document:
    """The document as typed, in normal form; raises the refusal that names what is wrong with it.

    `birth_on` is needed for documents whose number has no date of birth, and is compared where it has one.
    """
    number = normal_number(typed)
    if kind is DocumentKind.RESIDENT_ID and OLD_FORM.fullmatch(number):
        raise FifteenDigitNumber(at="number")
    if not FORMS[kind].fullmatch(number):
        raise WrongDocumentNumber(at="number")
    digits = birth_in(kind, number)
    if digits is None:
        if birth_on is None:
            raise BirthDateMissing(at="birth_on")
        _possible(birth_on, today, at="birth_on")
        return Document(kind, number, birth_on)
    if number[-1] != check_character(number[:17]):
        raise WrongCheckDigit(at="number")
    try:
        inside = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise ImpossibleBirthDate(at="number") from None
    _possible(inside, today, at="number")
    if birth_on is not None and birth_on != inside:
        raise BirthDateContradicts(at="birth_on")
    return Document(kind, number, inside, region_known=number[0] == "9" or bool(REGION.match(number)))


def birth_in(kind: DocumentKind, number: str) -> str | None:
    """The eight digits of the date of birth, for the documents whose number holds them."""
    dated = kind in (DocumentKind.RESIDENT_ID, DocumentKind.PERMANENT_RESIDENT) and len(number) == 18
    return number[6:14] if dated else None


def check_character(first17: str) -> str:
    """The last character, ISO 7064 MOD 11-2 over the first seventeen digits."""
    return CHECKS[sum(map(mul, WEIGHTS, map(int, first17))) % 11]


def birthday(birth_on: date, age: int) -> date:
    """The day on which that age is reached; who was born on 29 February reaches it, in a common year, on 1 March: the
    day before, the year of life is not over yet."""
    try:
        return birth_on.replace(year=birth_on.year + age)
    except ValueError:
        return date(birth_on.year + age, 3, 1)


def adult_on(birth_on: date, day: date, *, age: int) -> bool:
    """Has the person reached that age by that day (the birthday itself counts)?"""
    return birthday(birth_on, age) <= day


def require_adult(birth_on: date, day: date, *, age: int) -> None:
    """Raises `NotAdult`: nothing is recorded about conduct, or a person, under age."""
    if not adult_on(birth_on, day, age=age):
        raise NotAdult(at="birth_on", age=age, day=day)


def normal_name(typed: str) -> str:
    """A name in the form in which it is kept and sent: NFC (never NFKC, which changes names), one kind of dot."""
    name = SEPARATORS.sub(SEPARATOR, unicodedata.normalize("NFC", typed.strip(BLANKS)))
    if not name:
        raise NameMissing(at="name")
    if len(name) > LONGEST_NAME:
        raise NameTooLong(at="name", most=LONGEST_NAME)
    if not name.isprintable() and any(unicodedata.category(character) in UNSEEN for character in name):
        raise UnseenCharacter(at="name")
    return name


def _possible(birth_on: date, today: date, *, at: str) -> None:
    if not birth_on <= today <= birthday(birth_on, OLDEST):
        raise ImpossibleBirthDate(at=at)
