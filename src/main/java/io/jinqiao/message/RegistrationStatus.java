package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The registry tells where a case is (办理状态). May be lost, come late, twice, or out of order: {@code happenedAt} says which came first there.
 *
 * @param noticeNo the registry's number of the notice
 * @param registryNo its number of the case (YWH)
 * @param happenedAt when the case came into this state, by the registry's clock
 * @param reason why it was sent back, refused or taken off; there for those
 * @param dueOn last day to supplement, inclusive
 */
public record RegistrationStatus(
        String noticeNo,
        String caseNo,
        String registryNo,
        RegistrationState state,
        Instant happenedAt,
        @Nullable String reason,
        @Nullable LocalDate dueOn)
        implements RegistrationNotice {

    static RegistrationStatus read(Fields f) {
        RegistrationStatus read = new RegistrationStatus(
                f.text("noticeNo", 40),
                f.text("caseNo", 32),
                f.text("registryNo", 50),
                f.word("state", RegistrationState.class),
                f.instant("happenedAt"),
                f.optionalText("reason", 500),
                f.optionalDate("dueOn"));
        if (read.state() != null) {
            tellContradictions(read.state(), read.reason(), read.dueOn(), f);
        }
        f.refuseProblems();
        return read;
    }

    static void tellContradictions(RegistrationState state, @Nullable String reason, @Nullable LocalDate dueOn, Fields f) {
        if (state.needsReason() && reason == null) {
            f.problem("reason", FailureCode.FIELD_MISSING);
        }
        if (state != RegistrationState.SUPPLEMENT && dueOn != null) {
            f.problem("dueOn", FailureCode.FIELD_UNEXPECTED);
        }
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_STATUS;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("noticeNo", noticeNo)
                .put("caseNo", caseNo)
                .put("registryNo", registryNo)
                .put("state", state)
                .put("happenedAt", happenedAt)
                .put("reason", reason)
                .put("dueOn", dueOn)
                .build();
    }
}
