"""What deliveries and receipts are called."""

from integrity_archive.language import _

DELIVERIES = {
    "ready": _("待发送"),
    "sent": _("发送中"),
    "unknown": _("结果未知，自动重发"),
    "received": _("平台已收到，等待回执"),
    "pending": _("平台正在核对身份"),
    "accepted": _("平台已接收"),
    "rejected": _("平台已退回"),
    "held": _("校验未通过，未发送"),
    "dropped": _("未发送，已取消"),
}
STANDINGS = {
    "ready": _("已生效，等待发送给省平台。"),
    "sent": _("正在发送给省平台。"),
    "unknown": _("发送后没有收到答复，系统会用同一编号自动重发。"),
    "received": _("省平台已收到，正在等待回执。"),
    "pending": _("省平台正在核对身份，有结果后会自动更新。"),
    "accepted": _("省平台已接收。"),
    "rejected": _("省平台已退回，请按原因更正。"),
    "held": _("内容未通过报送前的校验，尚未发送，请按原因更正。"),
    "dropped": _("条目在发送之前已停止展示，不再发送。"),
}
RECEIPTS = {
    "PENDING": _("平台正在核对身份"),
    "ACCEPTED": _("平台已接收"),
    "REJECTED": _("平台已退回"),
}
OPERATIONS = {"A": _("新增"), "U": _("更新"), "W": _("撤回")}
