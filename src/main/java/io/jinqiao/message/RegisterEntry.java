package io.jinqiao.message;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the register since the case was entered (登簿).
 *
 * @param enteredAt DJSJ
 * @param amount BDBZZQSE as entered; null for a cancellation, or when the registry does not tell it
 * @param proofs one for each right and unit; none for a cancellation
 * @param holders who holds these rights; none where the form does not tell
 */
public record RegisterEntry(Instant enteredAt, @Nullable Money amount, List<Proof> proofs, List<Holder> holders) {
    private static final int MANY = 50;

    public enum Right {
        /** 抵押权 */
        MORTGAGE,
        /** 预告登记, of the purchase */
        PURCHASE_PRE_NOTICE,
        /** 抵押权预告登记; never reads as a mortgage */
        MORTGAGE_PRE_NOTICE
    }

    /** QSZT */
    public enum RightState {
        TEMPORARY,
        CURRENT,
        /** it stood in the register and does not any more */
        HISTORIC,
        ENDED
    }

    /**
     * Who holds a right.
     *
     * @param name QLRMC
     * @param number ZJH
     * @param proofNos BDCQZH, the proofs it is held by, as written; null where the form does not say of which right it is
     */
    public record Holder(String name, @Nullable String number, @Nullable String proofNos) {
        static Holder read(Fields f) {
            return new Holder(f.text("name", 200), f.optionalText("number", 50), f.optionalText("proofNos", 500));
        }

        Content.Group content() {
            return Content.group().put("name", name).put("number", number).put("proofNos", proofNos).build();
        }

        /** Names and numbers are personal data. */
        @Override
        public String toString() {
            return "a holder";
        }
    }

    /**
     * A right and the paper that proves it.
     *
     * @param proofNo BDCDJZMH
     * @param obligors YWR, names as entered, joined by the Chinese comma
     * @param obligorNos YWRZJH, their identity numbers in the same way; null where the form has none
     * @param state null where the form does not tell
     * @param amount QDJG of a pre-notice: of the purchase its price, of the mortgage the debt; null where the form does not tell, and of a mortgage
     */
    public record Proof(
            Right right, UnitNumber unitNumber, CertificateNumber proofNo, String obligors, @Nullable String obligorNos, @Nullable RightState state, @Nullable Money amount) {
        public Proof(Right right, UnitNumber unitNumber, CertificateNumber proofNo, String obligors, @Nullable String obligorNos, @Nullable RightState state) {
            this(right, unitNumber, proofNo, obligors, obligorNos, state, null);
        }

        public Proof(Right right, UnitNumber unitNumber, CertificateNumber proofNo, String obligors) {
            this(right, unitNumber, proofNo, obligors, null, null);
        }

        static Proof read(Fields f) {
            return new Proof(
                    f.word("right", Right.class),
                    f.value("unitNumber", UnitNumber::new),
                    f.value("proofNo", CertificateNumber::proof),
                    f.text("obligors", 500),
                    f.optionalText("obligorNos", 500),
                    f.optionalWord("state", RightState.class),
                    f.optionalMoney("amount"));
        }

        Content.Group content() {
            return Content.group()
                    .put("right", right)
                    .put("unitNumber", unitNumber)
                    .put("proofNo", proofNo)
                    .put("obligors", obligors)
                    .put("obligorNos", obligorNos)
                    .put("state", state)
                    .put("amount", amount)
                    .build();
        }

        /** Names and numbers are personal data. */
        @Override
        public String toString() {
            return right + " on " + unitNumber;
        }
    }

    public RegisterEntry(Instant enteredAt, @Nullable Money amount, List<Proof> proofs) {
        this(enteredAt, amount, proofs, List.of());
    }

    public RegisterEntry {
        proofs = List.copyOf(proofs);
        holders = List.copyOf(holders);
    }

    /** For how much the right stands: told of the whole, else with every pre-notice of the mortgage alike; null where it is not told. */
    public @Nullable Money debt() {
        Set<Money> of = ofPreNotices();
        return amount != null ? amount : of.size() == 1 ? of.iterator().next() : null;
    }

    /** Every amount that is told of what is secured. */
    public Set<Money> debts() {
        Set<Money> all = ofPreNotices();
        if (amount != null) {
            all.add(amount);
        }
        return all;
    }

    private Set<Money> ofPreNotices() {
        Set<Money> all = new LinkedHashSet<>();
        proofs.stream().filter(proof -> proof.right() == Right.MORTGAGE_PRE_NOTICE).map(Proof::amount).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    static RegisterEntry read(Fields f) {
        return new RegisterEntry(f.instant("enteredAt"), f.optionalMoney("amount"), f.rows("proofs", 0, MANY, Proof::read), f.rows("holders", 0, MANY, Holder::read));
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
                .rows("holders", holders.stream().map(Holder::content).toList())
                .build();
    }
}
