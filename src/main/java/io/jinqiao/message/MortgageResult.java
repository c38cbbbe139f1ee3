package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the registry did with a request (登记结果通知). Each event is a notice of its own; they may come late and out of order.
 *
 * @param happenedOn day at the registry; of an entry DYQJLRQ, of a deletion DYQJCRQ
 * @param registryNo the registry's case number (YWH); of what the register showed before filing, our number of the question
 * @param certificateNo proof of registration (DYWTXQZH, BDCDJZMH); there exactly for a certificate
 * @param reason why it was returned or refused; there exactly then
 * @param dueOn last day to supplement, inclusive, when it was returned
 */
public record MortgageResult(
        String noticeNo,
        String requestNo,
        String applicationNo,
        Event event,
        LocalDate happenedOn,
        String registryNo,
        @Nullable String certificateNo,
        @Nullable String reason,
        @Nullable LocalDate dueOn)
        implements CanonicalMessage {

    /** What happened at the registry. */
    public enum Event {
        /** 受理 */
        RECEIVED,
        /** 补正 */
        RETURNED,
        /** 不予登记 */
        REFUSED,
        /** 登簿 */
        ENTERED,
        /** 发证 */
        CERTIFICATE,
        /** 注销 */
        DELETED,
        /** 查封，or another restriction that stops it */
        SEIZED;

        /** Whether nobody is told of it without a reason. */
        public boolean needsReason() {
            return this == RETURNED || this == REFUSED;
        }
    }

    static MortgageResult read(Fields f) {
        MortgageResult read = new MortgageResult(
                f.text("noticeNo", 40),
                f.text("requestNo", 32),
                f.text("applicationNo", 32),
                f.word("event", Event.class),
                f.date("happenedOn"),
                f.text("registryNo", 40),
                f.optionalText("certificateNo", 60),
                f.optionalText("reason", 500),
                f.optionalDate("dueOn"));
        if (read.event() != null) {
            read.tellContradictions(f);
        }
        f.refuseProblems();
        return read;
    }

    private void tellContradictions(Fields f) {
        if ((event == Event.CERTIFICATE) != (certificateNo != null)) {
            f.problem("certificateNo", certificateNo == null ? FailureCode.FIELD_MISSING : FailureCode.FIELD_UNEXPECTED);
        }
        if (event.needsReason() && reason == null) {
            f.problem("reason", FailureCode.FIELD_MISSING);
        }
        if (event != Event.RETURNED && dueOn != null) {
            f.problem("dueOn", FailureCode.FIELD_UNEXPECTED);
        }
    }

    @Override
    public Operation operation() {
        return Operation.MORTGAGE_RESULT;
    }

    @Override
    public String businessKey() {
        return noticeNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("noticeNo", noticeNo)
                .put("requestNo", requestNo)
                .put("applicationNo", applicationNo)
                .put("event", event)
                .put("happenedOn", happenedOn)
                .put("registryNo", registryNo)
                .put("certificateNo", certificateNo)
                .put("reason", reason)
                .put("dueOn", dueOn)
                .build();
    }
}
