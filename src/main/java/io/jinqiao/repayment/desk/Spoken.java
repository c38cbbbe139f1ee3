package io.jinqiao.repayment.desk;

import io.jinqiao.message.CollectionRecord.Proof;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Words;
import java.util.Collection;
import java.util.stream.Collectors;

/** Words of this room in the text of a refusal, both languages in one. */
final class Spoken {
    private Spoken() {}

    static String step(CollectionStep step) {
        return switch (step) {
            case RE_DEDUCT -> "再次扣款";
            case MESSAGE -> "短信";
            case PHONE -> "电话";
            case LETTER -> "信函";
            case VISIT -> "上门";
            case GUARANTOR -> "联系担保人";
            case LAWSUIT -> "诉讼";
        } + " / " + Words.of(step);
    }

    static String proofs(Collection<Proof> proofs) {
        return proofs.stream().map(Spoken::proof).collect(Collectors.joining("、")) + " / " + proofs.stream().map(Words::of).collect(Collectors.joining(", "));
    }

    private static String proof(Proof proof) {
        return switch (proof) {
            case CALL_RECORDING -> "通话录音";
            case MESSAGE_RECEIPT -> "短信回执";
            case LETTER_TRACKING -> "信函单号";
            case VISIT_SHEET -> "上门记录";
            case COURT_CASE -> "案号";
            case DEDUCTION -> "扣款流水号";
            case OTHER -> "其他";
        };
    }

    static String parts(InstalmentParts p) {
        return "本金 %s、逾期本金 %s、利息 %s、逾期利息 %s、罚息 %s、违约金 %s".formatted(p.principal(), p.overduePrincipal(), p.interest(), p.overdueInterest(), p.penalty(), p.fine())
                + " / principal %s, overduePrincipal %s, interest %s, overdueInterest %s, penalty %s, fine %s"
                        .formatted(p.principal(), p.overduePrincipal(), p.interest(), p.overdueInterest(), p.penalty(), p.fine());
    }
}
