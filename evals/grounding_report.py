"""The grounding suite's report for people: both figures with their intervals, for each half and each kind of alteration."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.grounding import FAITHFUL, GroundingReport, Judged
from evals.thresholds import THRESHOLDS

HALVES = {
    "1_tuning": "第一批，调整核对时用过的文件",
    "1_test": "第一批，未用于调整的文件",
    "2_tuning": "第二批，调整核对时用过的文件",
    "2_hold": "第二批，留出不看的文件",
    "3_tuning": "第三批，调整核对时用过的文件",
    "3_hold": "第三批，留出不看的文件",
    "4_tuning": "第四批，调整核对时用过的文件",
    "4_hold": "第四批，留出不看的文件",
    "5_tuning": "第五批，试过一次后用于调整",
    "6_tuning": "第六批，试过一次后用于调整",
    "7_tuning": "第七批，试过一次后用于调整",
}
NAMES = {
    f"{name}{'_' * bool(half)}{half}": f"　其中：{shown}" if half else whole
    for name, whole in (("caught", "改动一处的句子被查出"), ("kept", "忠实转述的句子被保留"))
    for half, shown in {"": "", **HALVES}.items()
}
KINDS = {
    "number": "数字", "comparator": "以上、以下、前、后", "swap": "两项互换", "unit": "单位", "agency": "机关",
    "role": "牵头、责任、配合", "date": "日期", "negation": "否定", "modality": "应当、可以、不得、鼓励",
    "list": "列举不全而不说", "clause": "出处", "invented": "无中生有", "quotation": "引文",
}  # fmt: skip


def print_grounding(report: GroundingReport, console: Console) -> None:
    table = Table(title=f"评测 {report.suite}")
    table.add_column("指标")
    for column in ("值", "95% 区间", "个数", "门槛"):
        table.add_column(column, justify="right")
    kinds = {f"caught:{kind}": f"查出“{name}”的改动" for kind, name in KINDS.items()}
    for name, shown in (NAMES | kinds).items():
        if estimate := report.measures.get(name):
            least = THRESHOLDS.get(report.suite, {}).get(name)
            interval = f"{estimate.low:.1%}—{estimate.high:.1%}"
            limit = f"{least:.0%}" if least is not None else ""
            table.add_row(shown, f"{estimate.value:.1%}", interval, str(estimate.n), limit)
    console.print(table)
    for one in report.failing:
        console.print(_failure(one))
    verdict = "通过" if report.passed else f"未通过：{'、'.join(NAMES[name] for name in report.short)}"
    console.print(
        f"评测 {report.suite}，{len(report.judged)} 句，每句核对用时中位数 {report.median_ms:.1f} 毫秒，{verdict}"
    )


def _failure(one: Judged) -> str:
    what = "误删" if one.kind == FAITHFUL else f"漏查（{KINDS[one.kind]}）"
    found = f"：{escape('；'.join(one.found))}" if one.found else ""
    place = escape(f"《{one.record.document}》{one.record.locator}")
    return f"[red]{what}{found}[/red] {escape(one.text)}\n  {place}"
