package io.jinqiao.workbench.conformance;

import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Reply;

/** What came of a message, in the words of a page that people of two houses sign. */
final class Said {
    private Said() {}

    static String by(Reply reply) {
        return reply.fold(
                accepted -> outcome("Accepted") + ": " + CanonicalJson.write(accepted.content()),
                rejected -> outcome("Rejected") + ": " + Findings.words(rejected.problems()),
                unknown -> {
                    Words why = why(unknown.cause());
                    return new Words("未知：" + why.chinese(), "unknown: " + why.english()) + (unknown.detail().isEmpty() ? "" : " (" + unknown.detail() + ")");
                });
    }

    static String by(Attempt attempt) {
        if (attempt instanceof Attempt.Replied replied) {
            return by(replied.reply());
        }
        if (attempt instanceof Attempt.NotSent unsent) {
            return "没有发出 / nothing was sent: " + unsent.code().code() + " (" + unsent.detail() + ")";
        }
        return attempt instanceof Attempt.NotNow closed
                ? "现在不能发 / not sent before " + closed.notBefore() + ": " + closed.why()
                : "对方从未收到 / it never arrived";
    }

    /** @param name of one of the three outcomes */
    static String outcome(String name) {
        return switch (name) {
            case "Accepted" -> "受理 / accepted";
            case "Rejected" -> "拒绝 / rejected";
            default -> "未知 / unknown";
        };
    }

    private static Words why(Reply.Cause cause) {
        return switch (cause) {
            case SILENT -> new Words("没有应答", "no answer came");
            case UNREADABLE -> new Words("应答无法读取", "the answer cannot be read");
            case UNTRUSTED -> new Words("应答不可信", "the answer does not prove whose it is");
            case UNSEEN_CODE -> new Words("未约定的返回码", "a return code nobody agreed on");
            case IN_PROCESS -> new Words("对方处理中", "they are still working on it");
            case CRASHED -> new Words("发送中断", "broken off while it was sent");
        };
    }
}
