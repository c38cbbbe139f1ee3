package io.jinqiao.workbench.demo;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Eight ways in which an application can be wrong, each another one. */
enum Fault {
    WRONG_SIGNATURE("签名与报文不符", "signature over other bytes"),
    OTHER_BANKS_KEY("用另一家银行的密钥签名", "signed with another bank's key"),
    OUTSIDE_WINDOW("报文时间戳早了一小时", "time stamp an hour old"),
    SAME_KEY_OTHER_CONTENT("沿用已受理的申请编号，内容不同", "number of an accepted application, other content"),
    WRONG_CHECK_DIGIT("借款人身份证号校验位错误", "identity number with a wrong check digit"),
    THREE_DECIMALS("金额带三位小数", "amount with three decimals"),
    SEVERAL_FIELDS("多个字段缺失或越界", "several fields missing or out of range"),
    COMBINED_LOAN("组合贷款，暂不受理", "combined loan, not taken for now");

    private final String chinese;
    private final String english;

    Fault(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String words() {
        return chinese + " / " + english;
    }

    /** What the careless system puts into the finished text: old and new, in pairs. */
    Map<String, String> retouch(LoanApplication good) {
        String amount = good.terms().amount().inYuan().toPlainString();
        return switch (this) {
            case THREE_DECIMALS -> Map.of(amount, amount + "5");
            case SEVERAL_FIELDS -> Map.of(
                    good.home().address(), good.home().address().repeat(20),
                    good.accounts().payeeAccountNo(), "12AB",
                    good.contract().contractNo(), "");
            default -> Map.of();
        };
    }

    /** The message as the branch's careless system means it. */
    CanonicalMessage spoil(LoanApplication good) {
        return switch (this) {
            case WRONG_CHECK_DIGIT -> new Raw(good, wrongCheckDigit(good.content()));
            case COMBINED_LOAN -> new Raw(good, good.content().with("loanKind", "combined"));
            case SAME_KEY_OTHER_CONTENT -> new Raw(good, good.content().with("branchCode", "037199"));
            default -> good;
        };
    }

    private static Content.Group wrongCheckDigit(Content.Group content) {
        return inFirst(content, "parties", party -> in(party, "identity", identity -> {
            String number = String.valueOf(identity.text("number"));
            char wrong = number.endsWith("1") ? '2' : '1';
            return identity.with("number", number.substring(0, 17) + wrong);
        }));
    }

    private static Content.Group in(Content.Group content, String name, UnaryOperator<Content.Group> change) {
        return content.get(name) instanceof Content.Group group ? content.with(name, change.apply(group)) : content;
    }

    private static Content.Group inFirst(Content.Group content, String name, UnaryOperator<Content.Group> change) {
        if (!(content.get(name) instanceof Content.Rows rows)) {
            return content;
        }
        List<Content.Group> changed = new java.util.ArrayList<>(rows.rows());
        changed.set(0, change.apply(changed.get(0)));
        return content.with(name, new Content.Rows(changed));
    }

    /** Content that no type of ours would accept. */
    private record Raw(LoanApplication good, Content.Group content) implements CanonicalMessage {
        @Override
        public Operation operation() {
            return Operation.LOAN_APPLICATION;
        }

        @Override
        public @Nullable String businessKey() {
            return good.businessKey();
        }

        @Override
        public @Nullable String subject() {
            return good.subject();
        }
    }
}
