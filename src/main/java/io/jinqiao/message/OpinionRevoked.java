package io.jinqiao.message;

import java.time.Instant;

/** An opinion is no longer in force (审批意见撤销). */
public record OpinionRevoked(
        String opinionNo,
        String applicationNo,
        String reason,
        Instant revokedAt)
        implements CanonicalMessage {

    static OpinionRevoked read(Fields f) {
        OpinionRevoked read = new OpinionRevoked(
                f.text("opinionNo", 40),
                f.text("applicationNo", 32),
                f.text("reason", 500),
                f.instant("revokedAt"));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.OPINION_REVOKED;
    }

    @Override
    public String businessKey() {
        return opinionNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("opinionNo", opinionNo)
                .put("applicationNo", applicationNo)
                .put("reason", reason)
                .put("revokedAt", revokedAt)
                .build();
    }
}
