package io.jinqiao.workbench.conformance;

/** The parts of the page that no run changes. */
final class HtmlParts {
    static final String HEAD = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{title}</title>
            <style>
            body{margin:0;font:15px/1.55 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",system-ui,sans-serif;color:#1d2430;background:#f4f5f7}
            main{max-width:1080px;margin:0 auto;padding:28px 24px 60px;background:#fff}
            h1{font-size:26px;margin:0 0 8px}h2{font-size:19px;margin:34px 0 10px;border-bottom:2px solid #1f4e79;padding-bottom:4px}h3{font-size:15px;margin:0;font-family:monospace}
            h1 span,h2 span,[lang=en]{color:#5b6573;font-weight:400}
            .verdict{display:inline-block;margin:6px 0 14px;padding:4px 16px;font-size:18px;border-radius:4px;color:#fff}.verdict.well{background:#1b7a43}.verdict.ill{background:#b3261e}
            table{border-collapse:collapse}th,td{border:1px solid #d4d9e0;padding:4px 9px;text-align:left;vertical-align:top}
            .facts th{width:190px;background:#f1f4f8;font-weight:600}.facts td{overflow-wrap:anywhere}.facts{width:100%}
            .matrix td{font-variant-numeric:tabular-nums}.matrix .well{background:#e6f4ec}.matrix .ill{background:#fbe3e1;font-weight:600}.wide{overflow-x:auto}
            .failure{border-left:4px solid #b3261e;margin:16px 0;padding:10px 14px;background:#fff8f7}.direction,.key{color:#5b6573;margin:2px 0 8px}
            .remark{background:#fff7e0;border-left:4px solid #c98a00;padding:8px 12px}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f8fa;border:1px solid #e1e5ea;padding:8px;font-size:12.5px}pre.hex{white-space:pre;overflow-x:auto}
            summary{cursor:pointer}.sheet td{height:44px}.sheet{width:100%}
            @media print{body{background:#fff}main{max-width:none;padding:0}.sign-off{break-before:page}}
            </style></head><body><main>
            """;

    static final String SIGN_OFF = """
            <section class="sign-off"><h2>双方签认单 <span>Sign-off sheet</span></h2>
            <p>对端 Partner: {partner}<br>结果 Result: {numbers}</p>
            <p>双方确认：以上结果已逐项核对；失败与未执行的用例按下表处理后，方可进入下一环境。<br>
            <span lang="en">Both sides have gone through the results above; what failed and what was not run is dealt with as written below before the next environment.</span></p>
            <table class="sheet">
            <tr><th>遗留事项 Open item</th><th>负责方 Owner</th><th>期限 Due</th></tr>
            <tr><td></td><td></td><td></td></tr><tr><td></td><td></td><td></td></tr><tr><td></td><td></td><td></td></tr>
            </table><br>
            <table class="sheet">
            <tr><th></th><th>公积金中心 Centre</th><th>合作方 Partner</th></tr>
            <tr><th>联调负责人 Integration lead</th><td></td><td></td></tr>
            <tr><th>结论 Conclusion（通过 passed / 有条件通过 with conditions / 不通过 not passed）</th><td></td><td></td></tr>
            <tr><th>签字、日期 Signature, date</th><td></td><td></td></tr>
            </table></section>
            """;

    private HtmlParts() {}
}
