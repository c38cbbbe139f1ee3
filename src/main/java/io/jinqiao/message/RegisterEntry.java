package io.jinqiao.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the register since the case was entered (登簿).
 *
 * @param enteredAt DJSJ
 * @param amount BDBZZQSE as entered; null for a cancellation, or when the registry does not tell it
 * @param proofs one for each right and unit; none for a cancellation
 */
public record RegisterEntry(Instant enteredAt, @Nullable Money amount, List<Proof> proofs) {

    public enum Right {
        /** 抵押权 */
        MORTGAGE,
        /** 预告登记, of the purchase */
        PURCHASE_PRE_NOTICE,
        /** 抵押权预告登记; never reads as a mortgage */
        MORTGAGE_PRE_NOTICE
    }

    /**
     * A right and the paper that proves it.
     *
     * @param proofNo BDCDJZMH
     * @param obligors YWR, names as entered, joined by the Chinese comma
     * @param obligorNos YWRZJH, their identity numbers in the same way; null where the form has none
     */
    public record Proof(Right right, UnitNumber unitNumber, CertificateNumber proofNo, String obligors, @Nullable String obligorNos) {
        public Proof(Right right, UnitNumber unitNumber, CertificateNumber proofNo, String obligors) {
            this(right, unitNumber, proofNo, obligors, null);
        }

        static Proof read(Fields f) {
            return new Proof(
                    f.word("right", Right.class),
                    f.value("unitNumber", UnitNumber::new),
                    f.value("proofNo", CertificateNumber::proof),
                    f.text("obligors", 500),
                    f.optionalText("obligorNos", 500));
        }

        Content.Group content() {
            return Content.group()
                    .put("right", right)
                    .put("unitNumber", unitNumber)
                    .put("proofNo", proofNo)
                    .put("obligors", obligors)
                    .put("obligorNos", obligorNos)
                    .build();
        }

        /** Names and numbers are personal data. */
        @Override
        public String toString() {
            return right + " on " + unitNumber;
        }
    }

    public RegisterEntry {
        proofs = List.copyOf(proofs);
    }

    static RegisterEntry read(Fields f) {
        return new RegisterEntry(f.instant("enteredAt"), f.optionalMoney("amount"), f.rows("proofs", 0, 50, Proof::read));
    }

    /** @throws Refusal with every problem */
    public static RegisterEntry of(Content.Group content) {
        return AnswerContent.typed(content, RegisterEntry::read);
    }

    public Content.Group content() {
        return Content.group()
                .put("enteredAt", enteredAt)
                .put("amount", amount)
                .rows("proofs", proofs.stream().map(Proof::content).toList())
                .build();
    }
}
