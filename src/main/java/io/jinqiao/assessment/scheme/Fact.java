package io.jinqiao.assessment.scheme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the house can know of a bank in a period; each value is a whole number. A formula names a fact by its constant in lower case. Who counts it, and
 * which messages stand behind it, is told where it is gathered.
 */
public enum Fact {
    /** Principal still owed of all loans of the bank, in fen, as a daily average. */
    BALANCE(Unit.FEN, "贷款余额", "balance of loans"),
    /** Principal of loans with three or more unpaid instalments, in fen, as a daily average (三期以上). */
    PRINCIPAL_LATE_3_PLUS(Unit.FEN, "逾期三期以上本金", "principal of loans three or more instalments late"),
    /** Balance of loans one or two instalments late, in fen, as a daily average. */
    BALANCE_LATE_1_TO_2(Unit.FEN, "逾期一至二期余额", "balance of loans one or two instalments late"),
    LOANS_REPAYING(Unit.COUNT, "还款中笔数", "loans being repaid"),
    /** The balance, each loan's weighed by how much of the other banks' balance of its vintage and risk group was one or two instalments late; in fen, as a daily average. */
    BALANCE_BY_RISK(Unit.FEN, "按发放期与风险群加权的余额", "balance weighed by vintage and risk group"),
    /** Loans of this mix that would be one or two instalments late at some time of the period, if they went as those of the other banks. */
    LATE_LOANS_EXPECTED(Unit.COUNT, "预期早期逾期笔数", "loans expected to be one or two instalments late"),
    /** Late by any number of instalments at some time of the period, where the other banks have loans of the kind: what chance alone does not make of what was expected. */
    LATE_LOANS_COMPARED(Unit.COUNT, "逾期笔数（有可比贷款）", "loans late, of kinds the other banks have"),
    LOANS_LATE_ONE(Unit.COUNT, "逾期一期笔数", "loans one instalment late"),
    /** Of those, by the borrower's own payment. */
    LOANS_CURED_NEXT_MONTH(Unit.COUNT, "次月恢复正常笔数", "of those, current one month later"),
    CONTACTS_DUE(Unit.COUNT, "应催收联系次数", "contacts due"),
    /** With a reference that proves it. */
    CONTACTS_ON_TIME(Unit.COUNT, "按时催收联系次数", "contacts made in time"),
    REVIEWS(Unit.COUNT, "初审件数", "initial reviews"),
    REVIEWS_ON_TIME(Unit.COUNT, "按时初审件数", "initial reviews in time"),
    DISBURSEMENTS(Unit.COUNT, "放款件数", "disbursements"),
    DISBURSEMENTS_ON_TIME(Unit.COUNT, "按时放款件数", "disbursements in time"),
    MORTGAGE_RESULTS(Unit.COUNT, "抵押结果件数", "mortgage results"),
    MORTGAGE_RESULTS_ON_TIME(Unit.COUNT, "按时回传抵押结果件数", "mortgage results forwarded in time"),
    CASES(Unit.COUNT, "受理件数", "cases accepted"),
    CASES_NOT_RETURNED(Unit.COUNT, "一次通过件数", "cases never sent back"),
    CASES_AUDITED(Unit.COUNT, "抽查件数", "cases audited"),
    ERRORS_GRADE_1(Unit.COUNT, "办理要件存疑", "audit findings, doubtful documents"),
    ERRORS_GRADE_2(Unit.COUNT, "受理初审违规", "audit findings, faulty acceptance"),
    ERRORS_GRADE_3(Unit.COUNT, "业务提交违规", "audit findings, faulty submission"),
    RED_LINE_EVENTS(Unit.COUNT, "底线红线事件", "confirmed red-line events"),
    RECONCILIATION_ITEMS(Unit.COUNT, "对账项数", "items reconciled"),
    RECONCILIATION_ITEMS_MATCHED(Unit.COUNT, "对账相符项数", "items that matched"),
    /** Without the time in which our side was down, or the bank's announced maintenance ran. */
    REPLIES_DUE(Unit.COUNT, "应答次数", "replies due"),
    REPLIES_ON_TIME(Unit.COUNT, "按时应答次数", "replies in time"),
    FILES_DUE(Unit.COUNT, "应报文件数", "files due"),
    FILES_ON_TIME(Unit.COUNT, "按时文件数", "files in time"),
    SURVEY_ANSWERS(Unit.COUNT, "满意度答卷数", "answers to the survey"),
    /** Sum of the answers, each 0 to 100. */
    SURVEY_POINTS(Unit.POINTS, "满意度得分合计", "points of the survey"),
    COMPLAINTS_UPHELD(Unit.COUNT, "属实投诉数", "complaints upheld"),
    /** Questions at the counter whether somebody may borrow; in no formula of the schemes that ship: they stand beside the overdue indicators. */
    APPLICANT_CHECKS(Unit.COUNT, "资格预审次数", "questions at the counter"),
    APPLICANT_CHECKS_ELIGIBLE(Unit.COUNT, "资格预审合格次数", "of those, eligible"),
    /** What the fee is a share of; in no formula of the schemes that ship. */
    INTEREST_RECEIVED(Unit.FEN, "实收利息", "interest received"),
    PENALTY_RECEIVED(Unit.FEN, "实收罚息", "penalty interest received");

    public enum Unit {
        COUNT,
        FEN,
        POINTS
    }

    private final Unit unit;
    private final String chinese;
    private final String english;

    Fact(Unit unit, String chinese, String english) {
        this.unit = unit;
        this.chinese = chinese;
        this.english = english;
    }

    public Unit unit() {
        return unit;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** As a formula writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Fact> of(String word) {
        return Arrays.stream(values()).filter(fact -> fact.word().equals(word)).findFirst();
    }
}
