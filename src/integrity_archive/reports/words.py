"""What the check of a report says."""

from integrity_archive.language import _

VERIFICATIONS = {
    "valid": _("报告真实，在有效期内"),
    "expired": _("报告真实，但有效期已过"),
    "outdated": _("报告真实，但其中的内容此后已有变化"),
}
