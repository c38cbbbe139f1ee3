package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A loan is paid back (结清): the last amount, the day, the sealed proof for the borrower, and which security is to be released now.
 *
 * @param loanAccountNo DKZH
 * @param applicationNo the bank's number of the application; null for a loan older than the gateway
 * @param contractNo JKHTBH
 * @param settledOn DKJQRQ
 * @param accountingDate JZRQ
 * @param last the last payment
 * @param principalRepaid over the whole life (HSBJZE)
 * @param interestRepaid over the whole life (HSLXZE)
 * @param release what has to be cancelled now
 * @param proof the sealed proof, from whoever issues it
 */
public record Settlement(
        String settlementNo,
        String loanAccountNo,
        @Nullable String applicationNo,
        String contractNo,
        How how,
        LocalDate settledOn,
        LocalDate accountingDate,
        InstalmentParts last,
        Money principalRepaid,
        Money interestRepaid,
        Release release,
        @Nullable Proof proof)
        implements CanonicalMessage {

    /** How the loan ended. */
    public enum How {
        AT_MATURITY,
        EARLY,
        BY_GUARANTOR,
        BY_COURT
    }

    /** Security to release (解除担保). */
    public enum Release {
        /** cancellation of the mortgage */
        MORTGAGE,
        /** cancellation of a pre-notice that was never converted */
        PRE_NOTICE,
        PLEDGE,
        SURETY,
        NONE
    }

    /**
     * The settlement proof (结清证明).
     *
     * @param format {@code pdf} or {@code ofd}
     * @param document the file, Base64
     */
    public record Proof(String proofNo, String format, Digest digest, String document) {
        static Proof read(Fields f) {
            return new Proof(
                    f.text("proofNo", 40),
                    f.text("format", 8),
                    f.value("digest", Digest::new),
                    f.text("document", 8 << 20));
        }

        Content.Group content() {
            return Content.group()
                    .put("proofNo", proofNo)
                    .put("format", format)
                    .put("digest", digest)
                    .put("document", document)
                    .build();
        }
    }

    static Settlement read(Fields f) {
        Settlement read = new Settlement(
                f.text("settlementNo", 40),
                f.text("loanAccountNo", 30),
                f.optionalText("applicationNo", 32),
                f.text("contractNo", 30),
                f.word("how", How.class),
                f.date("settledOn"),
                f.date("accountingDate"),
                f.group("last", InstalmentParts::read),
                f.money("principalRepaid"),
                f.moneyOrZero("interestRepaid"),
                f.word("release", Release.class),
                f.optionalGroup("proof", Proof::read));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.SETTLEMENT;
    }

    @Override
    public String businessKey() {
        return settlementNo;
    }

    @Override
    public String subject() {
        return applicationNo == null ? loanAccountNo : applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("settlementNo", settlementNo)
                .put("loanAccountNo", loanAccountNo)
                .put("applicationNo", applicationNo)
                .put("contractNo", contractNo)
                .put("how", how)
                .put("settledOn", settledOn)
                .put("accountingDate", accountingDate)
                .put("last", last.content())
                .put("principalRepaid", principalRepaid)
                .put("interestRepaid", interestRepaid)
                .put("release", release)
                .put("proof", proof == null ? null : proof.content())
                .build();
    }
}
