"""The codes of PPG/1.0 §5 as this platform answers them. Messages never quote a value (§2)."""

from typing import NamedTuple


class Code(NamedTuple):
    """HTTP status where the code answers a request, whether a retry may help, and what it says."""

    status: int
    retryable: bool
    message: str


CODES = {
    "E1001": Code(401, False, "请求签名无效"),
    "E1002": Code(401, True, "时间戳超出允许范围"),
    "E1003": Code(401, True, "随机串已使用过"),
    "E1004": Code(401, False, "应用或者密钥未登记、已过期或者已吊销"),
    "E1005": Code(400, False, "解密失败"),
    "E1006": Code(403, False, "该单位无权报送"),
    "E1101": Code(413, False, "报文或者条目数超过上限"),
    "E1102": Code(400, False, "条目数或者摘要不一致"),
    "E1103": Code(400, False, "不支持的规范版本"),
    "E1104": Code(409, False, "批次号已用于其他内容"),
    "E1105": Code(400, False, "请求格式不正确"),
    "E1106": Code(409, False, "目录版本不是现行版本"),
    "E1107": Code(404, False, "路径、批次或者游标不存在"),
    "E2001": Code(400, False, "条目格式不正确"),
    "E2002": Code(400, False, "该序号已接收过其他内容"),
    "E2003": Code(404, False, "条目不存在"),
    "E2004": Code(400, False, "序号不连续"),
    "E2005": Code(400, False, "上一版本摘要不一致"),
    "E2006": Code(400, False, "条目已撤回"),
    "E2007": Code(400, True, "该条目另有报送尚未办结"),
    "E3001": Code(400, False, "证件号码无效"),
    "E3002": Code(400, False, "姓名与证件号码不匹配"),
    "E3003": Code(400, True, "查无此人"),
    "E3004": Code(400, False, "该人员已死亡"),
    "E3005": Code(400, False, "行为发生时未满十八周岁"),
    "E3006": Code(400, False, "不支持的证件类型"),
    "E4001": Code(400, False, "目录项、信息类型或者公示要求不符合现行目录"),
    "E4002": Code(400, False, "缺少文书号"),
    "E4003": Code(400, False, "作出决定的机关代码无效"),
    "E4004": Code(400, False, "决定尚未生效"),
    "E4005": Code(400, False, "日期先后不合逻辑"),
    "E4006": Code(400, False, "展示期限不符合要求"),
    "E4007": Code(400, False, "尚未告知当事人"),
    "E4008": Code(400, False, "含有禁止报送的内容"),
    "E5001": Code(400, False, "缺少事由或者事由与操作不符"),
    "E5002": Code(400, False, "不可变更的内容被变更"),
    "E9001": Code(503, True, "系统繁忙"),
    "E9003": Code(500, True, "系统内部错误"),
}


class Refused(Exception):
    """The answer to a request that is not granted: one code of §5."""

    def __init__(self, code: str, *, retry_after: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


class Fault(NamedTuple):
    """One reason to reject an entry; `field` is a path of §4, or None."""

    code: str
    field: str | None

    def as_error(self) -> dict[str, object]:
        """The form in a receipt (§3.5)."""
        told = CODES[self.code]
        return {"code": self.code, "field": self.field, "message": told.message, "retryable": told.retryable}
