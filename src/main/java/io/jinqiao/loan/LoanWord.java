package io.jinqiao.loan;

import io.jinqiao.message.Words;
import java.util.Locale;

/** The one word shown to people for where a loan stands, derived from its four tracks. */
public enum LoanWord {
    ATTACHMENTS_MISSING("待附件到齐", "waiting for attachments"),
    IN_INITIAL_REVIEW("初审中", "in initial review"),
    IN_SECOND_REVIEW("复审中", "in second review"),
    IN_DECISION("待审批", "waiting for the decision"),
    RETURNED("退件待补正", "returned to be completed"),
    WAITING_FOR_FUNDS("轮候", "waiting for funds"),
    APPROVED("已批准待签约", "approved, contract not signed"),
    REVOKED("审批意见已撤销", "opinion revoked, to be decided again"),
    REJECTED("未批准", "rejected"),
    EXPIRED("批准已过期", "approval expired"),
    WITHDRAWN("已撤回", "withdrawn"),
    CONTRACT_SIGNED("已签约待盖章", "contract signed, not sealed"),
    SECURITY_PENDING("合同生效，待落实担保", "contract in force, security pending"),
    READY_TO_PAY("待放款审批", "ready to be paid"),
    PAYMENT_APPROVED("放款已批准", "payment approved"),
    PAYMENT_SENT("放款中", "payment sent"),
    PAYMENT_UNKNOWN("放款结果未知", "payment outcome unknown"),
    PAYMENT_FAILED("放款失败", "payment failed"),
    PAYMENT_RETURNED("放款被退回", "payment came back"),
    PAYMENT_REVERSED("放款已冲正", "payment reversed"),
    PAID("已放款", "paid"),
    REPAYING("还款中", "repaying"),
    OVERDUE("逾期", "overdue"),
    SETTLED("已结清", "settled"),
    RELEASED("已结清并注销抵押", "settled, security released"),
    WRITTEN_OFF("已核销", "written off");

    private final String chinese;
    private final String english;

    LoanWord(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String text(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    public String both() {
        return chinese + " / " + english;
    }

    /** As stored and shown in {@code loan_fact_loan.word}. */
    public String id() {
        return Words.of(this);
    }

    /** @throws io.jinqiao.message.IllegalValue naming the known ones */
    public static LoanWord of(String id) {
        return Words.parse(id, LoanWord.class);
    }
}
