package io.jinqiao.message;


/** The borrower takes the application back (撤回申请); possible until the money was sent. */
public record ApplicationWithdrawal(
        String applicationNo,
        String reason,
        String operatorNo)
        implements CanonicalMessage {

    static ApplicationWithdrawal read(Fields f) {
        ApplicationWithdrawal read = new ApplicationWithdrawal(
                f.text("applicationNo", 32),
                f.text("reason", 200),
                f.text("operatorNo", 20));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.APPLICATION_WITHDRAWAL;
    }

    @Override
    public String businessKey() {
        return applicationNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("applicationNo", applicationNo)
                .put("reason", reason)
                .put("operatorNo", operatorNo)
                .build();
    }
}
